import puppeteer, { type Browser, type Page } from "puppeteer";
import { builds, ensureBuilt } from "../build.ts";
import { findBrowser } from "../setup/browser-programs.mjs";
import { type StaticServer, serveDirectory } from "../static-server.ts";

/** The built help center on loopback, and a plain Chromium to visit it with: no extension, a new profile. */
export interface HelpCenter {
  readonly server: StaticServer;
  readonly browser: Browser;
  /** A new page in a session of its own: nothing that another one remembers is in it. */
  visit(path: string, setUp?: (page: Page) => Promise<unknown>): Promise<Page>;
  close(): Promise<void>;
}

export async function openHelpCenter(): Promise<HelpCenter> {
  const { site } = await ensureBuilt();
  const executablePath = findBrowser("chromium");
  if (executablePath === undefined) throw new Error('No Chromium is installed. "npm test" says how to get one.');
  const server = await serveDirectory(site);
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await puppeteer.launch({ executablePath, args, headless: true });
  return {
    server,
    browser,
    visit: async (path, setUp) => {
      const context = await browser.createBrowserContext();
      await context.overridePermissions(server.origin, ["clipboard-read", "clipboard-sanitized-write"]);
      const page = await context.newPage();
      await setUp?.(page);
      await page.goto(server.origin + path, { waitUntil: "load" });
      return page;
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** Folder of the built site. */
export const siteFolder: string = builds.site;
