import type { Page } from "puppeteer";
import type { SourceState } from "../../extension/src/ui/access/source-state.ts";
import type { SourceId } from "../../shared/observation/observation.ts";
import type { TestBrowser } from "../support/browsers/launch.ts";
import { until } from "../support/until.ts";

/** The settings, when they know how the sources do. */
export async function openSettings(browser: TestBrowser): Promise<Page> {
  const page = await browser.extensionPage("options.html");
  await page.locator("[data-source]").wait();
  return page;
}

/** Presses a source's switch, as a finger does. */
export const turn = async (page: Page, id: SourceId): Promise<void> =>
  (await page.locator(`[data-source="${id}"] [role="switch"]`).waitHandle()).click();

/** Waits until the settings say that a source does so. */
export const isSource = (page: Page, id: SourceId, ...wanted: readonly SourceState[]): Promise<true> =>
  until(`${id} to be ${wanted.join(" or ")}`, async () => {
    const state = await page.$eval(`[data-source="${id}"]`, (row) => row.getAttribute("data-state"));
    return wanted.some((one) => one === state) || undefined;
  });
