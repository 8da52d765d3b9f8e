import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessTexts } from "../../extension/src/ui/messages/en/access.ts";
import { answerPrompt } from "../support/browsers/chromium-prompt.ts";
import type { TestBrowser } from "../support/browsers/launch.ts";
import { openVirtualDisplay, type VirtualDisplay } from "../support/browsers/virtual-display.ts";
import { builds } from "../support/build.ts";
import { type HostPrograms, hostPrograms, isGone } from "../support/native-host/host-programs.ts";
import type { Site } from "../support/sites/sites.ts";
import { until } from "../support/until.ts";
import { isSource, openSettings, turn } from "./settings-page.ts";
import { day, hour, type Stage, setStage } from "./stage.ts";

const host = "localhost";
const realDisplay = process.env["DISPLAY"];
let stage: Stage;
let display: VirtualDisplay;
let programs: HostPrograms;
let browser: TestBrowser;
let site: Site;
let options: Page;

const lasting = (days: number) => stage.certificate(host, { behind: 100 * day, ahead: days * day + hour });

beforeAll(async () => {
  display = await openVirtualDisplay();
  process.env["DISPLAY"] = display.name;
  stage = await setStage();
  programs = await hostPrograms(stage.authority.rootPem);
  const [, own] = await stage.serve([
    { host: "shared.example", certificate: await lasting(1) },
    { host, port: 0, certificate: await lasting(20) },
  ]);
  if (own === undefined) throw new Error("no site");
  site = own;
  // The build as it ships. A window is needed: without one Chromium shows no prompt and answers no.
  browser = await stage.browser("chromium", {
    extensionDirectory: builds.chromium,
    headless: false,
    securityInfoFlag: false,
    nativeHost: programs.real,
  });
  options = await openSettings(browser);
});
afterAll(async () => {
  await stage?.close();
  await programs?.remove();
  await display?.close();
  if (realDisplay === undefined) delete process.env["DISPLAY"];
  else process.env["DISPLAY"] = realDisplay;
});

const press = async (name: string): Promise<void> => {
  await options.bringToFront();
  await (await options.locator(`::-p-aria([name="${name}"][role="button"])`).waitHandle()).click();
};
const says = (words: string) =>
  until(`"${words}"`, () => options.evaluate((wanted) => document.body.innerText.includes(wanted), words));
const allowed = (): Promise<boolean> =>
  browser.inExtension(() => chrome.permissions.contains({ permissions: ["nativeMessaging"] }));

describe("Chromium's own prompt for the companion program", () => {
  it("denied leaves everything as it was, and says so", async () => {
    await press(accessTexts.allow);
    await answerPrompt(options, "allow");
    await says(accessTexts.given);
    await turn(options, "native-host");
    await answerPrompt(options, "deny");
    await isSource(options, "native-host", "refused");
    expect(await allowed()).toBe(false);
    expect(await programs.started()).toEqual([]);
  });

  it("allowed works in the settings at once, and in the next background", async () => {
    await turn(options, "native-host");
    await answerPrompt(options, "allow");
    await isSource(options, "native-host", "waits");
    const before = await browser.open(site.direct);
    await browser.badgeOnce(before, ({ text }) => text === "?");
    await before.close();
    await browser.killBackground();
    const page = await browser.open(site.direct);
    await browser.badgeOnce(page, ({ text }) => text === "20");
    await browser.killBackground();
    site.present(await lasting(150));
    await page.reload();
    await browser.badgeOnce(page, ({ text }) => text === "150");
    await page.close();
  });

  it("is taken back with the switch, and the program ends", async () => {
    await turn(options, "native-host");
    await isSource(options, "native-host", "off");
    await until("the permission to go", async () => !(await allowed()));
    await until("the program to end", async () => (await programs.started()).every(isGone));
  });
});
