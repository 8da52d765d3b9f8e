import type { Dialog, Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessTexts } from "../../extension/src/ui/messages/en/access.ts";
import { dashboardTexts } from "../../extension/src/ui/messages/en/dashboard.ts";
import { popupTexts } from "../../extension/src/ui/messages/en/popup.ts";
import { renewalTexts as texts } from "../../extension/src/ui/messages/en/renewal.ts";
import { yourDataTexts as dataTexts } from "../../extension/src/ui/messages/en/your-data.ts";
import type { TestBrowser } from "../support/browsers/launch.ts";
import { accessibilityProblems } from "../support/help-center/axe.ts";
import { output, temporaryFolder } from "../support/program.ts";
import { until } from "../support/until.ts";
import { manyHosts } from "../unit/shared/watch/watched-hosts.ts";
import { button, openRenewal, says, textOf, toPassphrase, typePassphrase } from "./renewal-page.ts";
import { isSource, openSettings, turn } from "./settings-page.ts";
import { day, hour, type Stage, setStage } from "./stage.ts";
import { openDashboard, seedHosts } from "./watch-list.ts";

const host = "due.example";
const levels = ["due", "expired", "broken", "unknown"] as const;
const badges = { due: /^20$/, expired: /^!$/, broken: /!$/, unknown: /^\?$/ };
const kinds = ["chromium", "firefox"] as const;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  const [due, expired, expiredPrivately, broken, automated] = await Promise.all([
    stage.certificate(host, { behind: 180 * day, ahead: 20 * day + hour }, { names: [host, "unknown.example"] }),
    stage.certificate("expired.example", { behind: 200 * day, ahead: -3 * day }),
    stage.certificate("private.example", { behind: 200 * day, ahead: -3 * day }),
    stage.authority.selfSign({
      names: ["broken.example"],
      notBefore: Date.now() - day,
      notAfter: Date.now() + 100 * day,
    }),
    stage.certificate(
      "automated.example",
      { behind: 60 * day, ahead: 30 * day },
      { issuer: "C=US, O=Let's Encrypt, CN=E8" },
    ),
  ]);
  const [silent] = await stage.serve([
    { host: "unknown.example", certificate: due },
    { host, certificate: due },
    { host: "expired.example", certificate: expired },
    { host: "broken.example", certificate: broken },
    { host: "private.example", certificate: expiredPrivately },
    { host: "automated.example", certificate: automated },
  ]);
  silent?.answer("reset");
});
afterAll(() => stage.close());

const narrow = { width: 360, height: 740 };
const wide = { width: 1200, height: 900 };

/** Adds what is wrong with a page: to axe when wide, to a finger that has to scroll sideways at 360 pixels. */
async function inspect(page: Page, place: string, problems: string[]): Promise<void> {
  await page.setViewport(wide);
  problems.push(...(await accessibilityProblems(page)).map((problem) => `${place}: ${problem}`));
  await page.setViewport(narrow);
  const [content = 0, window = 0] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  if (content > window) problems.push(`${place}: ${content} pixels wide in a window of ${window}`);
  await page.setViewport(wide);
}

/** A page of the extension as it stands when it is still. */
async function inspectPage(browser: TestBrowser, path: string, words: string, problems: string[]): Promise<void> {
  const page = await browser.extensionPage(path);
  await says(page, words);
  await inspect(page, path, problems);
  await page.close();
}

/** The settings: as they are, with each form open, with the program that is missing, and without notifications. */
async function inspectSettings(browser: TestBrowser, problems: string[]): Promise<void> {
  const page = await openSettings(browser);
  await says(page, accessTexts.given);
  await inspect(page, "settings", problems);
  for (const opener of [dataTexts.openExport, dataTexts.openImport, dataTexts.openForget]) {
    await button(page, opener).click();
    await page.locator(".task").wait();
    await inspect(page, `settings, ${opener}`, problems);
  }
  // Firefox asks for nothing that is granted beforehand, as it is in these builds.
  if (browser.kind === "chromium") {
    await turn(page, "native-host");
    await isSource(page, "native-host", "not-installed");
    for (const kind of ["not-installed", "ended", "garbled", "silent"]) {
      await browser.inExtension((state) => chrome.storage.session.set({ "native-host": { kind: state } }), kind);
      await page.locator(`[data-source="native-host"][data-state="${kind}"]`).wait();
      await inspect(page, `settings, program ${kind}`, problems);
    }
    await turn(page, "native-host");
    await isSource(page, "native-host", "off");
  }
  await page.close();
}

describe.each(kinds.flatMap((kind) => (["light", "dark"] as const).map((scheme) => [kind, scheme] as const)))(
  "the screens in %s, %s",
  (kind, colourScheme) => {
    let browser: TestBrowser;
    beforeAll(async () => {
      // The two schemes also show the two ways to meet a bad certificate: at the browser's warning, and past it.
      browser = await stage.browser(kind, {
        colourScheme,
        acceptErrors: colourScheme === "dark",
        allowPrivate: colourScheme === "light",
      });
    });
    afterAll(() => browser.close());

    it("are drawn in the colours that were asked for", async () => {
      const page = await browser.extensionPage("options.html");
      const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(ground).toBe(colourScheme === "dark" ? "rgb(20, 24, 29)" : "rgb(251, 250, 247)");
      await page.close();
    });

    it.each(levels)("hold nothing that axe finds, nor scroll sideways: the popup, %s", async (level) => {
      const site = await browser.open(`https://${level}.example/`);
      await browser.badgeOnce(site, ({ text }) => badges[level].test(text));
      const popup = await browser.extensionPage(`popup.html#tab=${browser.tabId(site)}`);
      await popup.locator(level === "unknown" ? ".popup-choices button" : ".popup-time").wait();
      const problems: string[] = [];
      await inspect(popup, level, problems);
      expect(problems).toEqual([]);
      await popup.close();
      await site.close();
    });

    it("hold nothing that axe finds, nor scroll sideways: each step of the renewal", async () => {
      const page = await openRenewal(browser, `https://${host}`);
      const problems: string[] = [];
      const inspectStep = (step: string) => inspect(page, step, problems);
      await toPassphrase(page, inspectStep);
      await button(page, texts.make).click();
      await page.locator("[data-step=save]").wait();
      await inspectStep("save");
      await button(page, texts.next).click();
      await page.locator("[data-step=order]").wait();
      await page.locator("[data-action=order]").click();
      await inspectStep("order");
      await button(page, texts.saveKey(`${host}.key`)).click();
      await button(page, texts.next).click();
      await page.locator("[data-step=install]").wait();
      await inspectStep("install");
      expect(problems).toEqual([]);
      await page.close();
    });

    it("hold nothing that axe finds, nor scroll sideways: the other pages", async () => {
      const problems: string[] = [];
      await inspectPage(browser, `tabs/guide.html?p=nginx/install#v=1&d=${host}`, host, problems);
      await inspectPage(browser, "tabs/guide.html", "nginx", problems);
      await inspectPage(browser, "tabs/welcome.html", "NotAfter", problems);
      await inspectPage(browser, "tabs/renewal.html", texts.byHand, problems);
      await inspectSettings(browser, problems);
      expect(problems).toEqual([]);
    });

    it("hold nothing that axe finds, nor scroll sideways: the dashboard", async () => {
      const problems: string[] = [];
      await inspectPage(browser, "tabs/dashboard.html", dashboardTexts.firstTitle, problems);
      await seedHosts(browser, manyHosts(200));
      const page = await openDashboard(browser);
      await inspect(page, "the list", problems);
      await page.locator("tbody tr:nth-child(2) input").click();
      await page.locator(".bulk-row button[aria-expanded]").click();
      await inspect(page, "one selected", problems);
      await page.locator("tbody tr:nth-child(2) .cell-host").click();
      await inspect(page, "its details", problems);
      expect(problems).toEqual([]);
      await page.close();
    });

    if (colourScheme === "light") describe("know and keep", () => knowAndKeep(() => browser));
  },
);

/** Whether the page asks the browser to ask its user: the browsers' own question is seen below, in Chromium. */
const asksBeforeLeaving = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const leaving = new Event("beforeunload", { cancelable: true });
    dispatchEvent(leaving);
    return leaving.defaultPrevented;
  });

/** What is known, kept and let go of; in a browser that has opened the other sites already. */
function knowAndKeep(browser: () => TestBrowser): void {
  it.each([
    [host, popupTexts.issuerKnown("Sectigo", popupTexts.routes.renew)],
    ["automated.example", popupTexts.issuerKnown("Let's Encrypt", popupTexts.routes.automated)],
  ])("the popup says of %s who its issuer is to us: %s", async (name, line) => {
    const site = await browser().open(`https://${name}/`);
    await browser().badgeOnce(site, ({ text }) => /^\d+$/.test(text));
    const popup = await browser().openPopup(site);
    await says(popup, line);
    await popup.close();
    await site.close();
  });

  it("the popup shows a private window's certificate, keeps nothing, and says what to do when it is forgotten", async () => {
    const ordinary = await browser().open(`https://${host}/`);
    await browser().badgeOnce(ordinary, ({ text }) => text === "20");
    const before = JSON.stringify(await browser().storage());
    expect(before).not.toContain("private.example");
    const site = await browser().openPrivate("https://private.example/");
    await browser().badgeOnce(site, ({ text }) => text === "!");
    const popup = await browser().openPopup(site);
    await says(popup, popupTexts.privateWindow);
    expect(await textOf(popup)).toContain(popupTexts.expiredHead);
    await popup.close();
    expect(JSON.stringify(await browser().storage())).toBe(before);

    await browser().killBackground();
    const later = await browser().openPopup(site);
    await says(later, popupTexts.unknownPrivate.why);
    expect(await textOf(later)).toContain(popupTexts.privateWindow);
    await button(later, popupTexts.reload).wait();
    await later.close();
    await site.close();

    const kept = await browser().openPopup(ordinary);
    await says(kept, "20 days left");
    await kept.close();
    await ordinary.close();
  });

  it("the renewal page asks to be kept while its key is not saved, and no longer", async () => {
    const page = await openRenewal(browser(), `https://${host}`);
    await toPassphrase(page);
    await page.locator("[data-step=passphrase] button[type=submit]").click();
    await page.locator("[data-step=save]").wait();
    expect(await asksBeforeLeaving(page)).toBe(true);
    await button(page, texts.saveKey(`${host}.key`)).click();
    await says(page, texts.safe.saved);
    expect(await asksBeforeLeaving(page)).toBe(false);
    await page.close();
  });

  it("the renewal page makes nothing of an RSA 4096 key that was cancelled", async () => {
    const page = await openRenewal(browser(), `https://${host}`);
    // The key is held back until after the click, however quick the computer.
    await page.evaluate(() => {
      const make = crypto.subtle.generateKey.bind(crypto.subtle);
      const released = new Promise((resolve) => addEventListener("released", resolve, { once: true }));
      const slow = async (...given: Parameters<typeof make>) => {
        const key = await make(...given);
        if (JSON.stringify(given[0]).includes("RSA")) await released;
        return key;
      };
      Object.assign(crypto.subtle, { generateKey: slow });
    });
    await toPassphrase(page, async (step) => {
      if (step === "key") await page.locator("input[value=rsa-4096]").click();
    });
    await button(page, texts.make).click();
    await says(page, texts.makingSlow);
    await button(page, texts.cancel).click();
    await button(page, texts.make).wait();
    expect(await textOf(page)).toContain(texts.safe.nothing);
    await page.evaluate(() => dispatchEvent(new Event("released")));

    // What is made next is what was chosen next, whatever the cancelled run still delivers.
    await button(page, texts.steps.key).click();
    await page.locator("input[value=ec-p256]").click();
    await button(page, texts.next).click();
    await typePassphrase(page);
    await button(page, texts.make).click();
    await page.locator("[data-step=save]").wait();
    await button(page, texts.saveKey(`${host}.csr`)).click();
    const files = await temporaryFolder();
    const request = await files.write("made.csr", new TextDecoder().decode(await browser().downloaded(`${host}.csr`)));
    expect(await output("openssl", ["req", "-in", request, "-noout", "-text"])).toContain("prime256v1");
    await files.remove();
    await page.close({ runBeforeUnload: false });
  });
}

describe("a Chromium as it is installed, without its flag", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await stage.browser("chromium", { securityInfoFlag: false, allowPrivate: true });
  });
  afterAll(() => browser.close());

  it.each(["open", "openPrivate"] as const)("offers the flag's address and at most three choices: %s", async (open) => {
    const site = await browser[open](`https://${host}/`);
    await browser.badgeOnce(site, ({ text }) => text === "?");
    const popup = await browser.openPopup(site);
    await says(popup, popupTexts.flagAddress);
    const choices = await popup.$$(".popup-choices button");
    expect(choices.length).toBeGreaterThan(0);
    expect(choices.length).toBeLessThanOrEqual(3);
    await button(popup, popupTexts.copyFlag).click();
    await says(popup, "Copied");
    expect(await browser.clipboard()).toBe("chrome://flags/#web-request-security-info");
    await popup.close().catch(() => undefined); // a popup closes by itself when another window is in front
    await site.close();
  });

  it("leads to the authority that the user names", async () => {
    const page = await openRenewal(browser, `https://${host}`);
    expect(await textOf(page)).toContain(texts.notSeen);
    await page.select("#bought-at", "sectigo");
    await says(page, texts.route.renew("Sectigo"));
    await page.select("#bought-at", "letsencrypt");
    await says(page, texts.route.automated("Let's Encrypt"));
    await page.select("#bought-at", "entrust-legacy");
    await says(page, texts.route.discontinued("Entrust"));
    await page.select("#bought-at", "");
    await until(
      "the word to be taken back",
      async () => !(await textOf(page)).includes("no longer issues certificates"),
    );
    await page.select("#bought-at", "sectigo");
    await toPassphrase(page);
    await button(page, texts.make).click();
    await page.locator("[data-step=save]").wait();
    await button(page, texts.next).click();
    await button(page, texts.orderAt("Sectigo")).wait();
    await page.close({ runBeforeUnload: false });
  });

  it("asks before a page with an unsaved key is closed", async () => {
    const page = await openRenewal(browser, `https://${host}`);
    await toPassphrase(page);
    await button(page, texts.make).click();
    await page.locator("[data-step=save]").wait();
    const asked = new Promise<Dialog>((resolve) => page.once("dialog", resolve));
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe("beforeunload");
    await dialog.dismiss();
    expect(await textOf(page)).toContain(texts.safe.inPage);
    await button(page, texts.saveKey(`${host}.key`)).click();
    await says(page, texts.safe.saved);
    await page.close({ runBeforeUnload: true });
    await until("the page to close", () => page.isClosed());
  });
});
