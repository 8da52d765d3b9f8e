import type { Page } from "puppeteer";
import type { Badge, TestBrowser } from "../support/browsers/launch.ts";

/** A site to visit and, for the demo's own, the badge that it must show. */
export interface DemoVisit {
  readonly url: string;
  readonly what: string;
  readonly badge?: string;
}

export interface Visited {
  readonly visit: DemoVisit;
  readonly page: Page;
  readonly shown: Badge;
  readonly asExpected: boolean;
}

/** Opens the site in a new tab and reads what the button shows for it, once it is what it must be or says anything at all. */
export async function visitSite(browser: TestBrowser, visit: DemoVisit): Promise<Visited> {
  const page = await browser.open(visit.url);
  const wanted = (badge: Badge) =>
    visit.badge === undefined
      ? badge.text !== ""
      : badge.text === visit.badge && badge.title.includes(new URL(visit.url).hostname);
  const shown = await browser.badgeOnce(page, wanted, 5_000).catch(() => browser.badge(page));
  return { visit, page, shown, asExpected: wanted(shown) };
}
