import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessTexts } from "../../extension/src/ui/messages/en/access.ts";
import { notificationTexts } from "../../extension/src/ui/messages/en/notifications.ts";
import { optionsTexts } from "../../extension/src/ui/messages/en/options.ts";
import type { TestBrowser } from "../support/browsers/launch.ts";
import { builds } from "../support/build.ts";
import { until } from "../support/until.ts";
import { button, says } from "./renewal-page.ts";
import { isSource, openSettings, turn } from "./settings-page.ts";
import { day, hour, type Stage, setStage } from "./stage.ts";
import { watchDoor } from "./watch-door.ts";

const hosts = ["first.example", "second.example", "third.example"] as const;
const refused = ["refused.example", "refused-again.example"] as const;
let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
  const good = await stage.certificate(hosts[0], { behind: 100 * day, ahead: 20 * day + hour }, { names: [...hosts] });
  const bad = await stage.authority.selfSign({
    names: [...refused],
    notBefore: Date.now() - day,
    notAfter: Date.now() + 100 * day,
  });
  await stage.serve([
    ...hosts.map((host) => ({ host, certificate: good })),
    ...refused.map((host) => ({ host, certificate: bad })),
  ]);
});
afterAll(() => stage.close());

const observed = async (browser: TestBrowser, host: string): Promise<unknown> =>
  (await browser.storage()).session[`observation:https://${host}`];

const describedBy = (page: Page, id: string): Promise<string> =>
  page.$eval(`[data-source="${id}"] [role="status"]`, (state) => state.textContent ?? "");

describe.each(["chromium", "firefox"] as const)("the sources' switches in %s", (kind) => {
  const own = kind === "firefox" ? "firefox-security-info" : "chromium-security-info";
  let browser: TestBrowser;
  let settings: Page;
  beforeAll(async () => {
    // Firefox as it ships grants without its prompt here; in Chromium everything is granted beforehand.
    browser = await stage.browser(kind, kind === "firefox" ? { extensionDirectory: builds.firefox } : {});
    settings = await openSettings(browser);
    if (kind === "firefox") {
      await button(settings, accessTexts.allow).click();
      await settings.locator("#notifications [role=switch]").click();
    }
  });
  afterAll(() => browser.close());

  it("stop the browser's own source at once, and let it go on", async () => {
    await isSource(settings, own, "ready");
    const first = await browser.open(`https://${hosts[0]}/`);
    await browser.badgeOnce(first, ({ text }) => text === "20");
    // Seen in the settings, which stayed open.
    await isSource(settings, own, "works");

    await settings.bringToFront();
    await turn(settings, own);
    await isSource(settings, own, "off");
    const second = await browser.open(`https://${hosts[1]}/`);
    await browser.badgeOnce(second, ({ text }) => text === "?");
    expect(await observed(browser, hosts[1])).toBeUndefined();
    // The background is started anew, and has read nothing but the settings.
    await browser.killBackground();
    await browser.go(second, `https://${hosts[2]}/`);
    await browser.badgeOnce(second, ({ text, title }) => text === "?" && title.includes(hosts[2]));
    expect(await observed(browser, hosts[2])).toBeUndefined();

    await settings.bringToFront();
    await turn(settings, own);
    await isSource(settings, own, "works");
    await browser.go(second, `https://${hosts[1]}/again`);
    await browser.badgeOnce(second, ({ text }) => text === "20");
    expect(await observed(browser, hosts[1])).toMatchObject({ via: own });
    await first.close();
    await second.close();
  });

  it("stop the browser's refusals, and let them be told again", async () => {
    await settings.bringToFront();
    await turn(settings, "net-error");
    await isSource(settings, "net-error", "off");
    const page = await browser.open(`https://${refused[0]}/`);
    await browser.badgeOnce(page, ({ text }) => text === "?");
    expect(await observed(browser, refused[0])).toBeUndefined();

    await settings.bringToFront();
    await turn(settings, "net-error");
    await isSource(settings, "net-error", "ready");
    await browser.go(page, `https://${refused[1]}/`);
    await browser.badgeOnce(page, ({ text }) => text === "!");
    await isSource(settings, "net-error", "works");
    expect(await observed(browser, refused[1])).toMatchObject({ via: "net-error" });
    await page.close();
  });

  it("stop the checks without a tab, and let them be made again", async () => {
    const list = watchDoor(browser);
    await settings.bringToFront();
    await turn(settings, "own-fetch");
    await isSource(settings, "own-fetch", "off");
    await list.put({ host: hosts[2], port: 443 });
    await list.checkDue();
    const id = `${hosts[2]}:443`;
    const unseen = await list.hostOnce(id, ({ lastCheck }) => lastCheck !== undefined);
    expect(unseen).toMatchObject({ lastCheck: { outcome: "failed", detail: "no-source" } });
    expect(unseen.lastSeen).toBeUndefined();
    // The list is asked again as soon as there is somebody to ask.
    await turn(settings, "own-fetch");
    await isSource(settings, "own-fetch", "works");
    await list.hostOnce(id, ({ lastSeen }) => lastSeen?.via === "own-fetch");
  });

  it("are kept, all of them, when they are pressed at once", async () => {
    await settings.bringToFront();
    await settings.evaluate(() => {
      for (const id of ["net-error", "own-fetch", "owned"])
        document.querySelector<HTMLElement>(`[data-source="${id}"] [role="switch"]`)?.click();
    });
    for (const id of ["net-error", "own-fetch", "owned"] as const) await isSource(settings, id, "off");
    const stored = (await browser.storage()).local["settings"];
    expect(stored).toMatchObject({ sources: { "net-error": false, "own-fetch": false, owned: false, [own]: true } });
    for (const id of ["net-error", "own-fetch", "owned"] as const) await turn(settings, id);
    await isSource(settings, "owned", "empty");
  });

  it("are worked with the keyboard, and named for those who cannot see them", async () => {
    const toggle = await settings.$('[data-source="owned"] [role="switch"]');
    await toggle?.focus();
    await settings.keyboard.press(" ");
    await isSource(settings, "owned", "off");
    await settings.keyboard.press("Enter");
    await isSource(settings, "owned", "empty");
    expect(await toggle?.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it("follow what happens elsewhere while the page is open", async () => {
    await turn(settings, "native-host");
    await isSource(settings, "native-host", "not-installed");
    await browser.inExtension(() => chrome.storage.session.set({ "native-host": { kind: "ended" } }));
    await isSource(settings, "native-host", "ended");
    await browser.inExtension(async () => {
      const { settings: before } = await chrome.storage.local.get("settings");
      const known = typeof before === "object" && before !== null ? before : {};
      const sources = "sources" in known && typeof known.sources === "object" ? known.sources : {};
      await chrome.storage.local.set({
        settings: {
          ...known,
          thresholds: { dueDays: 44, urgentDays: 4 },
          sources: { ...sources, "native-host": false },
        },
      });
    });
    await isSource(settings, "native-host", "off");
    await until("the other page's threshold", () =>
      settings.$eval("form input", (field) => field instanceof HTMLInputElement && field.value === "44"),
    );
    expect(await describedBy(settings, "native-host")).not.toBe("");
    expect(await settings.evaluate(() => document.body.innerText)).not.toContain(optionsTexts.saved);
  });

  it("switch notifications, and show what one looks like", async () => {
    await settings.locator('#notifications[data-state="on"]').wait();
    await button(settings, notificationTexts.test).click();
    await says(settings, notificationTexts.tested);
    await settings.locator("#notifications [role=switch]").click();
    await settings.locator('#notifications[data-state="off"]').wait();
    expect((await browser.storage()).local["settings"]).toMatchObject({ notifications: false });
  });
});

/** The build as it ships; Firefox grants without its prompt here. Chromium's own prompt has its own test. */
describe("the sources of a Firefox that gave nothing yet", () => {
  it("ask for what they need from the click, and wait for site access when it is gone", async () => {
    const browser = await stage.browser("firefox", { extensionDirectory: builds.firefox });
    const settings = await openSettings(browser);
    await isSource(settings, "firefox-security-info", "no-site-access");
    await isSource(settings, "own-fetch", "no-site-access");
    await isSource(settings, "owned", "empty");
    // Off and on again: the click on the switch asks.
    await turn(settings, "firefox-security-info");
    await isSource(settings, "firefox-security-info", "off");
    await turn(settings, "firefox-security-info");
    await isSource(settings, "firefox-security-info", "ready");
    const page = await browser.open(`https://${hosts[0]}/`);
    await browser.badgeOnce(page, ({ text }) => text === "20");
    await isSource(settings, "firefox-security-info", "works");
    await isSource(settings, "own-fetch", "works");

    await settings.bringToFront();
    await button(settings, accessTexts.takeBack).click();
    await says(settings, accessTexts.takenBack);
    await isSource(settings, "firefox-security-info", "no-site-access");
    await isSource(settings, "net-error", "no-site-access");

    await settings.locator('#notifications[data-state="not-allowed"]').wait();
    await (await settings.locator("#notifications [role=switch]").waitHandle()).click();
    await settings.locator('#notifications[data-state="on"]').wait();
    await browser.close();
  });
});
