import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { Page } from "puppeteer";
import { popupTexts } from "../../extension/src/ui/messages/en/popup.ts";
import type { TestBrowser } from "../support/browsers/launch.ts";

/** Writes the picture of the popup for a page, twice as fine as it is large, to a `.png` file. */
export async function savePicture(browser: TestBrowser, page: Page, path: string): Promise<void> {
  if (!isPng(path)) throw new Error("the picture's name must end in .png.");
  await mkdir(dirname(path), { recursive: true });
  // A page of its own: the real popup's window cannot be given another scale.
  const popup = await browser.extensionPage(`popup.html#tab=${browser.tabId(page)}`);
  await popup.setViewport({ width: 360, height: 100, deviceScaleFactor: 2 });
  await popup.locator(`::-p-aria([name=${JSON.stringify(popupTexts.renew)}])`).wait();
  await popup.screenshot({ path, fullPage: true });
}

const isPng = (path: string): path is `${string}.png` => path.endsWith(".png");
