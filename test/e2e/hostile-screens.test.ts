import type { Page } from "puppeteer";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { popupTexts } from "../../extension/src/ui/messages/en/popup.ts";
import { renewalTexts as texts } from "../../extension/src/ui/messages/en/renewal.ts";
import {
  type HostileWish,
  hostileTexts,
  hostileTimes,
  manyNames,
  mintHostile,
  ordinaryDates,
} from "../support/authority/hostile.ts";
import type { TestBrowser } from "../support/browsers/launch.ts";
import { collectBackgroundErrors, collectErrors, firefoxErrors } from "./page-errors.ts";
import { button, openRenewal, says, textOf } from "./renewal-page.ts";
import { type Stage, setStage } from "./stage.ts";

/** Markup and a right-to-left override, in the place that the popup shows largest. */
const hostileIssuer = `${hostileTexts[0]} ${hostileTexts[1]}`;

/** Short, so that the whole of it stays below the 100 kB that Chromium takes of a chain. */
const many = manyNames(10_000, "t");

/** Beyond the calendar, before it, not on it, of another form; the units give all of them to the same code. */
const times = hostileTimes.filter(({ value }) => /^(9{8}|0{4}|20261301|20261122120000\+)/.test(value));

const sites: Readonly<Record<string, Partial<HostileWish>>> = {
  "texts.example": { commonName: hostileTexts[0], names: hostileTexts, issuerCommonName: hostileIssuer },
  "many.example": { names: many },
  ...Object.fromEntries(times.map((notAfter, index) => [`time-${index}.example`, { notAfter }])),
};

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  const issuer = await stage.authority.intermediate();
  await stage.serve(
    await Promise.all(
      Object.entries(sites).map(async ([host, { names = [], ...wish }]) => ({
        host,
        certificate: await mintHostile(issuer, {
          commonName: host,
          ...ordinaryDates,
          ...wish,
          names: [host, ...names],
        }),
      })),
    ),
  );
});
afterAll(() => stage.close());

describe.each(["chromium", "firefox"] as const)("hostile certificates in %s", (kind) => {
  let browser: TestBrowser;
  let idle: Page;
  let errors: string[];
  beforeAll(async () => {
    browser = await stage.browser(kind, { acceptErrors: true });
    idle = await browser.open("about:blank");
  });
  beforeEach(async () => {
    errors = [];
  });
  afterEach(async () => {
    errors.push(...(await firefoxErrors(browser, idle)));
    expect(errors).toEqual([]);
  });
  afterAll(() => browser.close());

  /** The popup of a site that was visited, with an ear on it from its first script on. */
  async function popupOf(host: string): Promise<{ readonly site: Page; readonly popup: Page }> {
    const site = await browser.open("about:blank");
    await collectBackgroundErrors(browser, site, errors);
    await browser.go(site, `https://${host}/`);
    await browser.badgeOnce(site, ({ text }) => text !== "");
    const popup = await browser.open();
    collectErrors(popup, errors);
    await browser.go(popup, `${browser.extensionOrigin}/popup.html#tab=${browser.tabId(site)}`);
    await popup.locator(".popup-hero").wait();
    await popup.locator(".popup button.button-main").wait();
    return { site, popup };
  }

  it("show their text as text, with nothing hidden and nothing made of it", async () => {
    const { site, popup } = await popupOf("texts.example");
    await button(popup, popupTexts.more("4")).click();
    await says(popup, "‹U+001B›");
    const shown = await textOf(popup);
    expect(shown).toContain("<img src=x onerror=alert(1)>");
    expect(shown).toContain("‹U+202E›");
    expect(shown).toContain("‹U+0000›");
    expect(shown).toContain("$(touch /tmp/owned)");
    for (const unseen of "\u0000\u001b\u202e\u2066\u200b\ufeff\u00ad") expect(shown).not.toContain(unseen);
    expect(await popup.$$eval("img, script:not([src]), iframe, [onerror]", (found) => found.length)).toBe(0);
    await popup.close();

    const renewal = await openRenewal(browser, "https://texts.example");
    collectErrors(renewal, errors);
    await says(renewal, "‹U+202E›");
    await button(renewal, texts.next).click();
    await says(renewal, texts.notTaken);
    const names = await textOf(renewal);
    expect(names).toContain("<img src=x onerror=alert(1)>");
    expect(names).toContain("1 name");
    expect(await renewal.$$eval("img, iframe, [onerror]", (found) => found.length)).toBe(0);
    await renewal.close();
    await site.close();
  });

  it.each(times.map(({ value }, index) => [value, index] as const))(
    "with the date %s have a clear state",
    async (_, index) => {
      const { site, popup } = await popupOf(`time-${index}.example`);
      const shown = await textOf(popup);
      expect(shown).not.toMatch(/NaN|Invalid Date|undefined|Infinity/);
      expect(shown.length).toBeGreaterThan(100);
      expect((await browser.badge(site)).title).not.toMatch(/NaN|Invalid Date|undefined|Infinity/);
      await popup.close();
      await site.close();
    },
  );

  it("with 10,000 names leave the renewal page quick to use", async () => {
    const { site, popup } = await popupOf("many.example");
    // Firefox refuses a certificate of more than 64 KiB (measured on 153), and the popup says so.
    await says(popup, kind === "chromium" ? popupTexts.more("9,998") : popupTexts.brokenHead);
    await popup.close();
    const page = await openRenewal(browser, "https://many.example");
    collectErrors(page, errors);
    await button(page, texts.next).click();
    if (kind === "firefox") {
      await page.locator("[data-step=names] textarea").fill(many.join(" "));
      await button(page, texts.addButton).click();
    }
    await says(page, texts.namesCount(10_001));
    expect(await page.$$eval(".names > li", (rows) => rows.length)).toBe(100);
    await page.locator(".names > li:nth-child(2) button").click();
    await says(page, texts.namesCount(10_000));
    await page.locator(".names-count + button").click();
    await says(page, texts.namesCount(10_001));
    await button(page, texts.next).click();
    await page.locator("[data-step=key]").wait();
    await page.close();
    await site.close();
  });
});
