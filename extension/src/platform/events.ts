import { browser } from "./browser.ts";
import { report } from "./report.ts";
import { type Tab, tabById } from "./tabs.ts";

type Act<A extends readonly unknown[]> = (...args: A) => unknown;

/** Runs what an event starts; a failure reaches the reporter instead of vanishing with the event. */
function run<A extends readonly unknown[]>(doing: string, act: Act<A>): (...args: A) => void {
  return (...args) => {
    Promise.resolve(act(...args)).catch((error) => report(doing, error));
  };
}

let hearsCommits = false;

/**
 * Calls back when a tab's top document was replaced: by a page, by the back/forward cache, by a service worker's answer
 * or by an error page. The permission is optional; without it nothing is registered, and a later call tries again.
 */
export function onCommitted(act: (page: ShownPage) => unknown): void {
  if (hearsCommits || !browser.webNavigation) return;
  hearsCommits = true;
  const committed = run("painting a committed page", act);
  const failed = run("painting an error page", (tabId: number) => whenThere(tabId, act));
  browser.webNavigation.onCommitted.addListener(({ tabId, frameId, url }) => {
    if (frameId === 0) committed({ id: tabId, url });
  });
  // The address that failed need not be the one that is shown: an aborted navigation leaves the page before.
  browser.webNavigation.onErrorOccurred.addListener(({ tabId, frameId }) => {
    if (frameId === 0) failed(tabId);
  });
}

/** What a tab shows, as far as its badge needs it. */
export type ShownPage = Pick<Tab, "id" | "url">;

async function whenThere(tabId: number, act: (page: ShownPage) => unknown): Promise<void> {
  const tab = await tabById(tabId);
  if (tab !== undefined) await act(tab);
}

/** Calls back when a tab finished loading, was brought to the front, or took another's place (a prerendered page). */
export function onTabChanged(act: (page: ShownPage) => unknown): void {
  const changed = run("painting a changed tab", (tabId: number) => whenThere(tabId, act));
  browser.tabs.onUpdated.addListener((tabId, change) => {
    if (change.status === "complete") changed(tabId);
  });
  browser.tabs.onActivated.addListener(({ tabId }) => changed(tabId));
  browser.tabs.onReplaced.addListener((added) => changed(added));
}

export function onTabClosed(act: (tabId: number) => unknown): void {
  browser.tabs.onRemoved.addListener(run("forgetting a closed tab", (tabId: number) => act(tabId)));
}

/** Calls back once, after the user installed the extension; not after an update. */
export function onInstalled(act: () => unknown): void {
  const installed = run("opening the welcome page", act);
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === "install") installed();
  });
}
