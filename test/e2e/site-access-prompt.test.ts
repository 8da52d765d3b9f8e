import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessTexts } from "../../extension/src/ui/messages/en/access.ts";
import { answerPrompt } from "../support/browsers/chromium-prompt.ts";
import type { TestBrowser } from "../support/browsers/launch.ts";
import { openVirtualDisplay, type VirtualDisplay } from "../support/browsers/virtual-display.ts";
import { builds } from "../support/build.ts";
import { until } from "../support/until.ts";
import { day, hour, type Stage, setStage } from "./stage.ts";

const host = "www.shop.example";
const realDisplay = process.env["DISPLAY"];
let stage: Stage;
let display: VirtualDisplay;
let browser: TestBrowser;

beforeAll(async () => {
  display = await openVirtualDisplay();
  process.env["DISPLAY"] = display.name;
  stage = await setStage();
  await stage.serve([
    { host, certificate: await stage.certificate(host, { behind: 100 * day, ahead: 20 * day + hour }) },
  ]);
  // A window is needed: without one Chromium shows no prompt and answers no.
  browser = await stage.browser("chromium", { extensionDirectory: builds.chromium, headless: false });
});
afterAll(async () => {
  await stage?.close();
  await display?.close();
  if (realDisplay === undefined) delete process.env["DISPLAY"];
  else process.env["DISPLAY"] = realDisplay;
});

const granted = (): Promise<boolean> =>
  browser.inExtension(() => chrome.permissions.contains({ origins: ["https://*/*"] }));

/** Asks by a click and answers Chromium's own prompt. */
async function ask(answer: "allow" | "deny", answered: (welcome: Page) => Promise<boolean>): Promise<void> {
  const welcome = await browser.extensionPage("tabs/welcome.html");
  await welcome.bringToFront();
  const button = await welcome.locator(`::-p-aria([name="${accessTexts.allow}"][role="button"])`).waitHandle();
  await button.click();
  await answerPrompt(welcome, answer);
  await until("the answer", () => answered(welcome));
  await welcome.close();
}

const shows = (word: string) => (page: Page) =>
  page.evaluate((wanted) => document.body.innerText.includes(wanted), word);

describe("Chromium's own prompt for site access", () => {
  it("denied leaves everything as it was, and says so", async () => {
    await ask("deny", shows(accessTexts.refused));
    expect(await granted()).toBe(false);
    const page = await browser.open(`https://${host}/`);
    expect((await browser.badge(page)).text).toBe("");
    await page.close();
  });

  it("allowed works at once, in the background that runs and in the next one", async () => {
    await ask("allow", granted);
    const page = await browser.open(`https://${host}/`);
    await browser.badgeOnce(page, ({ text }) => text === "20");
    await browser.killBackground();
    await browser.go(page, "about:blank");
    await browser.badgeOnce(page, ({ text }) => text === "");
    await browser.go(page, `https://${host}/again`);
    await browser.badgeOnce(page, ({ text }) => text === "20");
  });
});
