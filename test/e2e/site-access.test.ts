import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessTexts } from "../../extension/src/ui/messages/en/access.ts";
import type { TestBrowser } from "../support/browsers/launch.ts";
import { builds } from "../support/build.ts";
import { until } from "../support/until.ts";
import { day, hour, type Stage, setStage } from "./stage.ts";

const host = "www.shop.example";
let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
  await stage.serve([
    { host, certificate: await stage.certificate(host, { behind: 100 * day, ahead: 20 * day + hour }) },
  ]);
});
afterAll(() => stage.close());

const granted = (browser: TestBrowser): Promise<boolean> =>
  browser.inExtension(() => chrome.permissions.contains({ origins: ["https://*/*"] }));

/** The build as it ships: nothing is granted but what every installation has. Firefox grants without its prompt here. */
describe("the extension as it is installed", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await stage.browser("firefox", { extensionDirectory: builds.firefox });
  });
  afterAll(() => browser.close());

  it("sees nothing until the user allows it, then at once, and nothing again when it is taken back", async () => {
    expect(await granted(browser)).toBe(false);
    const before = await browser.open(`https://${host}/`);
    expect(await before.title()).toContain(host);
    expect((await browser.badge(before)).text).toBe("");
    // That the background has been started once is all that is noted.
    expect((await browser.storage()).session).toEqual({ started: true });

    const welcome = await browser.extensionPage("tabs/welcome.html");
    await welcome.locator(`::-p-aria([name="${accessTexts.allow}"][role="button"])`).click();
    await until("the permission", () => granted(browser));
    await until("the word", () =>
      welcome.evaluate((word) => !document.body.innerText.includes(word), accessTexts.allow),
    );

    // The background that is running hears of it; no restart is needed.
    const page = await browser.open(`https://${host}/`);
    await browser.badgeOnce(page, ({ text }) => text === "20");
    // The tab from before says that its certificate has not been seen, or shows what the other tab learned.
    await browser.badgeOnce(before, ({ text }) => text === "20" || text === "?");

    const options = await browser.extensionPage("options.html");
    await options.locator(`::-p-aria([name="${accessTexts.takeBack}"][role="button"])`).click();
    await until("the permission to go", async () => !(await granted(browser)));
    await browser.go(page, "about:blank");
    await browser.go(page, `https://${host}/`);
    expect((await browser.badge(page)).text).toBe("");
  });

  it("opens its welcome page once, when it is installed", async () => {
    const page = await browser.pageAt((url) => url.pathname === "/tabs/welcome.html");
    expect(await page.title()).not.toBe("");
  });
});
