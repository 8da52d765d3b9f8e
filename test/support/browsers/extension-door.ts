import type { Page } from "puppeteer";
import { until } from "../until.ts";
import { dumpStorage } from "./dump-storage.ts";
import type { Badge, StorageDump, TestBrowser } from "./test-browser.ts";

/**
 * The part of a test browser that is the same everywhere: it speaks through an idle page of the extension (its
 * manifest, opened in a tab: no script of the extension runs there, all of its APIs are there).
 */
export class ExtensionDoor {
  readonly #host: Page;
  readonly #tabIds = new WeakMap<Page, number>();
  #opening: Promise<unknown> = Promise.resolve();

  constructor(host: Page) {
    this.#host = host;
  }

  inExtension: TestBrowser["inExtension"] = (run, ...args) => evaluate(this.#host, run, args);

  /** Opens tabs one at a time, so that the one new tab number belongs to the new page. */
  open(newPage: () => Promise<Page>): Promise<Page> {
    const opened = this.#opening.then(async () => {
      const before = await this.inExtension(tabIds);
      const page = await newPage();
      const id = await until("the new tab", async () =>
        (await this.inExtension(tabIds)).find((one) => !before.includes(one)),
      );
      this.#tabIds.set(page, id);
      return page;
    });
    this.#opening = opened.catch(() => undefined);
    return opened;
  }

  /** Opens an empty tab in the window of the idle page, which is never a private one. */
  openTab(): Promise<void> {
    return this.inExtension(async () => {
      const own = await chrome.tabs.getCurrent();
      await chrome.tabs.create({ url: "about:blank", ...(own !== undefined && { windowId: own.windowId }) });
    });
  }

  /** Opens a private window with an empty tab. */
  openPrivateTab(): Promise<void> {
    return this.inExtension(async () => {
      await chrome.windows.create({ incognito: true, url: "about:blank" });
    });
  }

  tabId(page: Page): number {
    const id = this.#tabIds.get(page);
    if (id === undefined) throw new Error("This page was not opened with open().");
    return id;
  }

  async badge(page: Page): Promise<Badge> {
    const [text, title, colour] = await this.inExtension(readBadge, this.tabId(page));
    return {
      text,
      title,
      colour: `#${colour
        .slice(0, 3)
        .map((part) => part.toString(16).padStart(2, "0"))
        .join("")}`,
    };
  }

  async badgeOnce(page: Page, wanted: (badge: Badge) => boolean, timeout = 10_000): Promise<Badge> {
    let last: Badge | undefined;
    const look = async () => {
      last = await this.badge(page);
      return wanted(last) ? last : undefined;
    };
    return until("the badge", look, { timeout }).catch((error: unknown) => {
      throw new Error(`The badge of ${page.url()} did not become what was wanted; it is ${JSON.stringify(last)}.`, {
        cause: error,
      });
    });
  }

  storage(): Promise<StorageDump> {
    return this.inExtension(dumpStorage);
  }
}

const tabIds = async (): Promise<number[]> => {
  const tabs = await chrome.tabs.query({});
  return tabs.map((tab) => tab.id ?? -1);
};

const readBadge = async (tabId: number): Promise<[string, string, number[]]> => {
  const colour = await chrome.action.getBadgeBackgroundColor({ tabId });
  return [await chrome.action.getBadgeText({ tabId }), await chrome.action.getTitle({ tabId }), Array.from(colour)];
};

/** Puppeteer's types map every argument to a handle; ours are JSON values, so the text of the function is sent. */
async function evaluate<Args extends readonly unknown[], T>(
  page: Page,
  run: (...args: Args) => T | Promise<T>,
  args: Args,
): Promise<T> {
  return (await page.evaluate(
    `(${run.toString()})(${args.map((one) => JSON.stringify(one) ?? "undefined").join(",")})`,
  )) as T;
}
