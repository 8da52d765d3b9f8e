import { browser } from "./browser.ts";

/** Loads a tab's page once more, past the cache: only a page from the network tells about its certificate. */
export async function reloadTab(tabId: number): Promise<void> {
  await browser.tabs.reload(tabId, { bypassCache: true });
}
