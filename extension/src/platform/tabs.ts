import type { Tabs } from "webextension-polyfill";
import { browser } from "./browser.ts";

/** A browser tab as far as the product needs it. */
export interface Tab {
  readonly id: number;
  readonly url: string;
  readonly incognito: boolean;
}

const asTab = (tab: Tabs.Tab | undefined): Tab | undefined =>
  tab?.id === undefined ? undefined : { id: tab.id, url: tab.url ?? "", incognito: tab.incognito };

/** The tab with this id; `undefined` when it is gone. Its `url` is empty where the extension may not see it. */
export async function tabById(id: number): Promise<Tab | undefined> {
  try {
    return asTab(await browser.tabs.get(id));
  } catch {
    // The only failure of tabs.get is a tab that no longer exists: closed between the event and this call.
    return undefined;
  }
}

/** Every open tab. */
export async function allTabs(): Promise<readonly Tab[]> {
  const tabs = await browser.tabs.query({});
  return tabs.flatMap((tab) => asTab(tab) ?? []);
}

/** The tab that the popup speaks of: the active one, or the one that its address names with `#tab=<id>`. */
export async function currentTab(): Promise<Tab | undefined> {
  const named = /^#tab=(\d{1,15})$/.exec(location.hash)?.[1];
  if (named !== undefined) return tabById(Number(named));
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return asTab(active);
}

export async function openTab(url: string): Promise<void> {
  await browser.tabs.create({ url });
}

/** Opens a page of the extension's own, e.g. `tabs/renewal.html#origin=…`. */
export async function openExtensionPage(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
}
