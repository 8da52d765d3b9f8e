import { mkdir } from "node:fs/promises";
import type { Page } from "puppeteer";
import { popupTexts } from "../../extension/src/ui/messages/en/popup.ts";
import { renewalTexts } from "../../extension/src/ui/messages/en/renewal.ts";
import type { TestBrowser } from "../support/browsers/launch.ts";
import { until } from "../support/until.ts";

export interface MainJob {
  /** PEM of the request, as it was saved. */
  readonly request: string;
  /** PEM of the encrypted private key, as it was saved. */
  readonly key: string;
  /** Address of the guide that opened at the end, without its fragment. */
  readonly guide: string;
  readonly pictures: readonly string[];
}

/** The passphrase of the demo's key: everybody may know it. */
export const demoPassphrase = "quiet harbour paints seven kettles";

/**
 * Does the main job as a user would: popup, Renew, key type, passphrase, key and request made and saved, guide opened.
 * Writes pictures of the popup, of the renewal page and of the guide into the directory.
 * @param page a page of the site, opened by `browser.open`
 */
export async function doMainJob(browser: TestBrowser, page: Page, directory: string): Promise<MainJob> {
  await mkdir(directory, { recursive: true });
  const pictures: string[] = [];
  const picture = async (of: Page, name: string) => {
    const path = `${directory}/${name}.png` as const;
    await of.screenshot({ path });
    pictures.push(path);
  };
  const host = new URL(page.url()).hostname;

  const popup = await browser.openPopup(page);
  await button(popup, popupTexts.renew).wait();
  await settled(popup);
  await picture(popup, "popup");
  await button(popup, popupTexts.renew).click();

  const renewal = await browser.pageAt((url) => url.pathname.endsWith("/renewal.html"));
  await renewal.setViewport({ width: 1200, height: 900 });
  for (const step of ["route", "names", "key"]) {
    await renewal.locator(`[data-step=${step}]`).wait();
    await button(renewal, renewalTexts.next).click();
  }
  const fields = await until("both passphrase fields", async () => {
    const found = await renewal.$$("[data-step=passphrase] input[type=password]");
    return found.length === 2 && found;
  });
  for (const field of fields) await field.type(demoPassphrase);
  await button(renewal, renewalTexts.make).click();

  await renewal.locator("[data-step=save]").wait();
  await button(renewal, renewalTexts.saveKey(`${host}.key`)).click();
  await button(renewal, renewalTexts.saveKey(`${host}.csr`)).click();
  const key = await browser.downloaded(`${host}.key`);
  const request = await browser.downloaded(`${host}.csr`);
  await renewal.bringToFront();
  await picture(renewal, "renewal");

  await button(renewal, renewalTexts.next).click();
  await renewal.locator("[data-step=order]").wait();
  await picture(renewal, "order");
  await button(renewal, renewalTexts.next).click();
  await renewal.locator("[data-step=install]").wait();
  await renewal.locator("[data-step=install] a[href^='http']").click();
  const guide = await browser.pageAt((url) => url.protocol === "http:" && url.pathname.includes("/install"));
  await guide.setViewport({ width: 1200, height: 900 });
  const personal = () =>
    guide.evaluate((name) => [...document.querySelectorAll("pre")].some((one) => one.textContent.includes(name)), host);
  await until(`commands for ${host} in the guide at ${guide.url()}`, personal);
  await picture(guide, "guide");
  const text = new TextDecoder();
  return { request: text.decode(request), key: text.decode(key), guide: guide.url().replace(/#.*/s, ""), pictures };
}

const button = (page: Page, name: string) =>
  page.locator(`::-p-aria([name=${JSON.stringify(name)}][role="button"])`).setTimeout(15_000);

/** The browser fits a popup's window to its contents some time after they are drawn. */
const settled = async (popup: Page): Promise<void> => {
  let last = "";
  await until(
    "the popup's window to fit",
    async () => {
      const size = await popup.evaluate(() => `${innerWidth} ${innerHeight} ${document.documentElement.scrollHeight}`);
      const same = size === last;
      last = size;
      return same;
    },
    { every: 150 },
  );
};
