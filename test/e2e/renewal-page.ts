import type { Page } from "puppeteer";
import { renewalTexts as texts } from "../../extension/src/ui/messages/en/renewal.ts";
import { demoPassphrase } from "../demo/main-job.ts";
import type { TestBrowser } from "../support/browsers/launch.ts";
import { until } from "../support/until.ts";

/** What a user can see of a page. */
export const textOf = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);

/** Waits until the page says it. */
export const says = (page: Page, words: string): Promise<true> =>
  until(`“${words}”`, async () => (await textOf(page)).includes(words) || undefined);

export const button = (page: Page, name: string) =>
  page.locator(`::-p-aria([name=${JSON.stringify(name)}][role="button"])`).setTimeout(15_000);

/** The renewal page of an origin, when it knows what there is to know. */
export async function openRenewal(browser: TestBrowser, origin: string): Promise<Page> {
  const page = await browser.extensionPage(`tabs/renewal.html#origin=${encodeURIComponent(origin)}`);
  await page.locator("[data-step=route] button").wait();
  return page;
}

/** Goes on with what is prefilled, calling back at each step, up to a passphrase that is typed twice. */
export async function toPassphrase(page: Page, at: (step: string) => Promise<void> = async () => {}): Promise<void> {
  for (const step of ["route", "names", "key"]) {
    await page.locator(`[data-step=${step}]`).wait();
    await at(step);
    await button(page, texts.next).click();
  }
  await page.locator("[data-step=passphrase]").wait();
  await at("passphrase");
  await typePassphrase(page);
}

export async function typePassphrase(page: Page): Promise<void> {
  for (const field of await page.$$("[data-step=passphrase] input[type=password]")) {
    await field.click({ count: 3 });
    await field.type(demoPassphrase);
  }
}
