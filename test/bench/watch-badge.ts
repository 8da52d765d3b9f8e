import type { TestBrowser } from "../support/browsers/launch.ts";

/** What an idle page of the extension saw of one navigation. Epoch milliseconds with their fractions. */
export interface SeenPaint {
  /** The browser's own stamp on webNavigation.onCommitted. */
  readonly committed: number;
  /** The moment of the last question that was not yet answered with the wanted badge; the commit if there was none. */
  readonly notYet: number;
  /** The moment when the browser answered with the wanted badge: it was painted between `notYet` and this. */
  readonly painted: number;
}

/**
 * Sets a watch on the next navigation of a tab, and returns how to collect what it saw. From the commit on the badge is
 * asked for again as soon as the last answer is there: before it there can be no badge, for the commit wipes it.
 */
export async function watchBadge(
  browser: TestBrowser,
  tabId: number,
  wanted: string,
): Promise<() => Promise<SeenPaint>> {
  await browser.inExtension(setWatch, tabId, wanted);
  return () => browser.inExtension(collect);
}

/** Runs inside a page of the extension: it may use nothing from around it. */
const setWatch = async (tabId: number, wanted: string): Promise<void> => {
  const clock = () => performance.timeOrigin + performance.now();
  const { onCommitted } = chrome.webNavigation;
  const commit = new Promise<number>((resolve) => {
    onCommitted.addListener(function heard(details) {
      if (details.tabId !== tabId || details.frameId !== 0) return;
      onCommitted.removeListener(heard);
      resolve(details.timeStamp);
    });
  });
  const watch = async () => {
    const committed = await commit;
    let notYet = committed;
    for (;;) {
      const asked = clock();
      const text = await chrome.action.getBadgeText({ tabId });
      if (text === wanted) return { committed, notYet, painted: clock() };
      if (asked > committed + 5_000) throw new Error(`After 5 s the badge is "${text}", not "${wanted}".`);
      notYet = asked;
    }
  };
  const seen = watch();
  // Who collects it gets the failure; until then it is nobody's.
  seen.catch(() => undefined);
  Reflect.set(globalThis, "seenPaint", seen);
  // The answer comes after the listener has arrived at the browser.
  await chrome.tabs.get(tabId);
};

const collect = (): Promise<SeenPaint> => Reflect.get(globalThis, "seenPaint");
