import type { Page } from "puppeteer";
import type { TestBrowser } from "../support/browsers/launch.ts";
import { watchBadge } from "./watch-badge.ts";

/** One load, in milliseconds from its navigation's start. */
export interface Load {
  readonly headers: number;
  readonly commit: number;
  readonly painted: number;
  /** The longest that the badge may have stood unseen. */
  readonly resolution: number;
}

/** Loads the address in the page's tab, and waits for this text on the button. */
export async function loadAndWatch(browser: TestBrowser, page: Page, address: string, badge: string): Promise<Load> {
  const collect = await watchBadge(browser, browser.tabId(page), badge);
  await page.goto(address);
  const { committed, notYet, painted } = await collect();
  const { start, headers } = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType("navigation");
    return {
      start: performance.timeOrigin,
      headers: navigation instanceof PerformanceNavigationTiming ? navigation.responseStart : Number.NaN,
    };
  });
  return { headers, commit: committed - start, painted: painted - start, resolution: painted - notYet };
}

/** Does it so often, one after the other. */
export async function repeat<T>(times: number, act: (turn: number) => Promise<T>): Promise<readonly T[]> {
  const results: T[] = [];
  for (let turn = 0; turn < times; turn += 1) results.push(await act(turn));
  return results;
}
