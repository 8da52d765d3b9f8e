import { once } from "node:events";
import { appendFile, mkdir } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import puppeteer, { type Browser, type Page } from "puppeteer";
import { chromiumArguments } from "../support/browsers/chromium-arguments.ts";
import { firefoxPreferences } from "../support/browsers/firefox-preferences.ts";
import { throwAwayDirectory } from "../support/browsers/profile.ts";
import { portOf } from "../support/port-of.ts";
import { type BrowserKind, findBrowser } from "../support/setup/browser-programs.mjs";

const source = fileURLToPath(new URL("../../extension/src/store/", import.meta.url));

const moduleNames = [
  "database",
  "watch-list",
  "due-hosts",
  "kept-checks",
  "shown-certificates",
  "forgotten-hosts",
  "everything",
  "owned",
  "notification-marks",
  "watch-news",
] as const;

/** What the page's global `store` holds. */
export type Store = typeof import("../../extension/src/store/database.ts") &
  typeof import("../../extension/src/store/watch-list.ts") &
  typeof import("../../extension/src/store/due-hosts.ts") &
  typeof import("../../extension/src/store/kept-checks.ts") &
  typeof import("../../extension/src/store/shown-certificates.ts") &
  typeof import("../../extension/src/store/forgotten-hosts.ts") &
  typeof import("../../extension/src/store/everything.ts") &
  typeof import("../../extension/src/store/owned.ts") &
  typeof import("../../extension/src/store/notification-marks.ts") &
  typeof import("../../extension/src/store/watch-news.ts");

/** The extension's store as it is, for a page: bundled into one script that defines `store`. */
async function bundleStore(): Promise<string> {
  const modules = moduleNames.map((name) => `export * from "./${name}.ts";`);
  const { outputFiles } = await build({
    stdin: { contents: modules.join("\n"), resolveDir: source, loader: "ts" },
    bundle: true,
    write: false,
    format: "iife",
    globalName: "store",
    target: "es2022",
  });
  return outputFiles[0]?.text ?? "";
}

/** A loopback site whose page has the store, and that hears what the page confirms: the origin outlives the browsers. */
export interface StorePage {
  readonly origin: string;
  /** Calls back with the number of each `fetch("/confirmed/<number>")` as it arrives. */
  hear(confirmed: (number: number) => void): void;
  close(): Promise<void>;
}

export async function serveStorePage(): Promise<StorePage> {
  const script = await bundleStore();
  let heard: (number: number) => void = () => undefined;
  const server = createServer(({ url = "/" }, response) => {
    const number = /^\/confirmed\/(\d+)$/.exec(url)?.[1];
    if (number !== undefined) heard(Number(number));
    response.setHeader("content-type", url === "/store.js" ? "text/javascript" : "text/html");
    response.end(url === "/store.js" ? script : '<!doctype html><title>store</title><script src="/store.js"></script>');
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${portOf(server)}`,
    hear: (confirmed) => {
      heard = confirmed;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** A profile that browsers are started with again and again. */
export interface Profile {
  readonly path: string;
  remove(): Promise<void>;
}

export const newProfile = (kind: BrowserKind): Promise<Profile> => throwAwayDirectory(`store-${kind}`);

export interface BareBrowser {
  open(url: string): Promise<Page>;
  /** Ends the browser and its children at once, as a power cut would; resolves when they are gone. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** A browser without the extension in a profile of ours. */
export async function startBare(kind: BrowserKind, profile: Profile): Promise<BareBrowser> {
  const executablePath = findBrowser(kind);
  if (executablePath === undefined) throw new Error(`No ${kind} is installed. "npm test" says how to get one.`);
  const wish = { kind, extensionDirectory: "" };
  const userDataDir = join(profile.path, "profile");
  await mkdir(userDataDir, { recursive: true });
  // Puppeteer puts user.js aside in a profile that was used before, and takes it for granted that there is one.
  if (kind === "firefox") await appendFile(join(userDataDir, "user.js"), "");
  const browser = await puppeteer.launch({
    browser: kind === "firefox" ? "firefox" : "chrome",
    executablePath,
    userDataDir,
    ...(kind === "chromium" && {
      args: chromiumArguments(wish, { root: process.getuid?.() === 0, trustsKeys: false }),
    }),
    ...(kind === "firefox" && {
      extraPrefsFirefox: firefoxPreferences(wish, {
        id: "none@notafter.invalid",
        uuid: "none",
        downloads: profile.path,
      }),
    }),
    env: { ...process.env, HOME: profile.path, TMPDIR: profile.path, MOZ_CRASHREPORTER_DISABLE: "1" },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  return {
    open: async (url) => {
      const page = await browser.newPage();
      await page.goto(url);
      return page;
    },
    kill: () => killGroup(browser),
    close: () => browser.close(),
  };
}

async function killGroup(browser: Browser): Promise<void> {
  const child = browser.process();
  if (child?.pid === undefined) throw new Error("The browser has no process.");
  const gone = once(child, "exit");
  // Puppeteer makes the browser the leader of a group of its own.
  if (process.platform === "win32") child.kill("SIGKILL");
  else process.kill(-child.pid, "SIGKILL");
  await gone;
}
