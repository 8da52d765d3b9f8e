import type { Page } from "puppeteer";
import { chromeScope } from "../support/browsers/firefox-chrome-scope.ts";
import type { TestBrowser } from "../support/browsers/launch.ts";

/** Collects what a page throws or writes to its console as an error, from now on. */
export function collectErrors(page: Page, errors: string[]): void {
  page.on("pageerror", (error) => errors.push(`page: ${String(error)}`));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(`console: ${message.text()}`);
  });
}

/** Collects the same of the running background in Chromium; Firefox is asked afterwards by `firefoxErrors`. */
export async function collectBackgroundErrors(browser: TestBrowser, page: Page, errors: string[]): Promise<void> {
  if (browser.kind !== "chromium") return;
  const target = page
    .browser()
    .targets()
    .find((one) => one.type() === "service_worker" && one.url().startsWith(browser.extensionOrigin));
  const worker = await target?.worker();
  if (!worker) throw new Error("The background does not run.");
  worker.on("error", (error) => errors.push(`background: ${String(error)}`));
  worker.on("console", (message) => {
    if (message.type() === "error") errors.push(`background console: ${message.text()}`);
  });
}

/** What Firefox keeps of exceptions and console errors of the extension, its background included. */
export async function firefoxErrors(browser: TestBrowser, page: Page): Promise<readonly string[]> {
  if (browser.kind !== "firefox") return [];
  const scope = await chromeScope(page.browser());
  const found = await scope.run(`
    const origin = ${JSON.stringify(browser.extensionOrigin)};
    const storage = Cc["@mozilla.org/consoleAPI-storage;1"].getService(Ci.nsIConsoleAPIStorage);
    const written = storage.getEvents()
      .filter(({ level, filename }) => level === "error" && String(filename).startsWith(origin))
      .map((event) => Array.from(event.arguments, String).join(" "));
    const thrown = Services.console.getMessageArray()
      .filter((one) => one instanceof Ci.nsIScriptError && !(one.flags & Ci.nsIScriptError.warningFlag))
      .filter(({ sourceName }) => String(sourceName).startsWith(origin))
      .map(({ errorMessage }) => errorMessage);
    return JSON.stringify([...written, ...thrown]);`);
  const list: unknown = JSON.parse(String(found));
  return Array.isArray(list) ? list.map(String) : [];
}
