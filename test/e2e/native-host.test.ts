import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { isDeepStrictEqual } from "node:util";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SourceState } from "../../extension/src/ui/access/source-state.ts";
import { accessTexts } from "../../extension/src/ui/messages/en/access.ts";
import { popupTexts } from "../../extension/src/ui/messages/en/popup.ts";
import { sourceTexts as texts } from "../../extension/src/ui/messages/en/sources.ts";
import { levelColours } from "../../shared/verdict/badge.ts";
import type { TestBrowser } from "../support/browsers/launch.ts";
import { builds } from "../support/build.ts";
import { type HostPrograms, hostPrograms, isGone } from "../support/native-host/host-programs.ts";
import { portOf } from "../support/port-of.ts";
import { serviceWorkerPages } from "../support/sites/answer.ts";
import type { Site } from "../support/sites/sites.ts";
import { until } from "../support/until.ts";
import { isSource, openSettings, turn } from "./settings-page.ts";
import { day, hour, type Stage, setStage } from "./stage.ts";

// The host is outside the browser and its mapping of names: these sites are named as every program finds them.
const host = "localhost";
let stage: Stage;
let programs: HostPrograms;
let lasting: Site;
let ended: Site;
let worker: Site;
let silent: Server;
const silenced = new Set<Socket>();
let silencedPrograms = 0;

beforeAll(async () => {
  stage = await setStage();
  programs = await hostPrograms(stage.authority.rootPem);
  const days = (ahead: number) => stage.certificate(host, { behind: 100 * day, ahead: ahead * day + hour });
  const [, one, two, three] = await stage.serve([
    { host: "shared.example", certificate: await days(1) },
    { host, port: 0, certificate: await days(20) },
    { host, port: 0, certificate: await days(-3) },
    { host, port: 0, certificate: await days(21), pages: serviceWorkerPages },
  ]);
  if (one === undefined || two === undefined || three === undefined) throw new Error("no sites");
  [lasting, ended, worker] = [one, two, three];
  silent = createServer((socket) => {
    silenced.add(socket);
    socket.on("error", () => undefined);
    // Browsers offer protocols above TLS (ALPN); the program wants none.
    socket.once("data", (hello) => {
      if (!hello.includes("http/1.1")) silencedPrograms += 1;
    });
  });
  silent.listen(0, "127.0.0.1");
  await once(silent, "listening");
});
afterAll(async () => {
  for (const socket of silenced) socket.destroy();
  silent?.close();
  await stage?.close();
  await programs?.remove();
});

const press = (page: Page, name: string) => page.locator(`::-p-aria([name="${name}"][role="button"])`).click();
const says = (page: Page, words: string) =>
  until(`"${words}"`, () => page.evaluate((wanted) => document.body.innerText.includes(wanted), words));
const stateOf = async (browser: TestBrowser) => (await browser.storage()).session["native-host"];

/** Switches the host on as the user does, and waits for how the settings then say it does. */
async function switchOn(browser: TestBrowser, state: SourceState): Promise<Page> {
  const page = await openSettings(browser);
  for (const each of texts.sees) await says(page, each);
  await isSource(page, "native-host", "off");
  await turn(page, "native-host");
  await isSource(page, "native-host", state);
  return page;
}

describe("a Chromium without its flag, with the companion program", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await stage.browser("chromium", {
      securityInfoFlag: false,
      allowPrivate: true,
      nativeHost: programs.real,
    });
  });
  afterAll(() => browser.close());

  it("asks nothing of it until it is switched on", async () => {
    const page = await browser.open(lasting.direct);
    await browser.badgeOnce(page, ({ text }) => text === "?");
    const popup = await browser.openPopup(page);
    await says(popup, popupTexts.useHost);
    await popup.close();
    expect(await programs.started()).toEqual([]);
    await page.close();
  });

  it("shows the days that are left, on any port", async () => {
    await (await switchOn(browser, "works")).close();
    const page = await browser.open(lasting.direct);
    const title = new RegExp(`^${host}:${lasting.port}: 20 days left, until .* Renewal is due\\.$`);
    await browser.badgeOnce(
      page,
      (badge) => badge.text === "20" && badge.colour === levelColours.due && title.test(badge.title),
    );
    const popup = await browser.openPopup(page);
    await says(popup, popupTexts.sources["native-host"]);
    await popup.close();
    await page.close();
  });

  it("asks again when the page is loaded again", async () => {
    const page = await browser.open(lasting.direct);
    await browser.badgeOnce(page, ({ text }) => text === "20");
    lasting.present(await stage.certificate(host, { behind: day, ahead: 150 * day + hour }));
    await page.reload();
    await browser.badgeOnce(page, ({ text }) => text === "150");
    await page.close();
  });

  it("knows the dates of a certificate that the browser refuses", async () => {
    const page = await browser.open(ended.direct);
    await browser.badgeOnce(page, ({ text, title }) => text === "!" && /expired 2 days ago, on/.test(title));
    await page.close();
  });

  it("is told nothing of private windows", async () => {
    const page = await browser.openPrivate(worker.direct);
    await browser.badgeOnce(page, ({ text }) => text === "?");
    const popup = await browser.openPopup(page);
    await says(popup, popupTexts.unknownHost.private.sentence);
    await popup.close().catch(() => undefined); // a popup closes by itself when another window is in front
    expect((await browser.badge(page)).text).toBe("?");
    await page.close();
  });

  it("goes on after the program was killed in the middle of a check", async () => {
    const before = silencedPrograms;
    const waiting = await browser.open();
    const never = waiting.goto(`https://${host}:${portOf(silent)}/`).catch(() => undefined);
    await until("the program at the door", () => silencedPrograms > before);
    const [alive = Number.NaN, ...others] = (await programs.started()).filter((pid) => !isGone(pid));
    expect(others).toEqual([]);
    process.kill(alive, "SIGKILL");
    await until("the word of its end", async () => isDeepStrictEqual(await stateOf(browser), { kind: "ended" }));
    const page = await browser.open(worker.direct);
    await until("the badge after a while", async () => {
      await page.reload();
      return (await browser.badge(page)).text === "21";
    });
    expect(await stateOf(browser)).toMatchObject({ kind: "works" });
    await waiting.close();
    await never;
    await page.close();
  });

  it("asks nothing more when it is switched off", async () => {
    const options = await openSettings(browser);
    await turn(options, "native-host");
    await isSource(options, "native-host", "off");
    const started = await programs.started();
    lasting.present(await stage.certificate(host, { behind: day, ahead: 99 * day + hour }));
    const page = await browser.open(lasting.direct);
    await page.reload();
    await browser.badgeOnce(page, ({ text }) => text === "150");
    expect(await programs.started()).toEqual(started);
    await page.close();
    await options.close();
  });
});

describe("a Chromium without its flag", () => {
  it("says which command installs the program that is not there", async () => {
    const browser = await stage.browser("chromium", { securityInfoFlag: false });
    const page = await switchOn(browser, "not-installed");
    const id = new URL(browser.extensionOrigin).host;
    await says(page, `node_modules/.bin/notafter install --browser chromium --extension-id ${id}`);
    const site = await browser.open(lasting.direct);
    const popup = await browser.openPopup(site);
    await says(popup, popupTexts.unknownHost.failing.sentence);
    await browser.close();
  });

  it("ends a program that answers garbage, and says so", async () => {
    const browser = await stage.browser("chromium", { securityInfoFlag: false, nativeHost: programs.garbling });
    const page = await switchOn(browser, "garbled");
    const site = await browser.open(lasting.direct);
    await browser.badgeOnce(site, ({ text }) => text === "?");
    expect(await stateOf(browser)).toEqual({ kind: "garbled" });
    await until("its processes to end", async () => (await programs.started()).every(isGone));
    await page.close();
    await browser.close();
  });
});

describe("Firefox with the companion program", () => {
  it("asks it about a page of which the browser told nothing", async () => {
    const browser = await stage.browser("firefox", { extensionDirectory: builds.firefox, nativeHost: programs.real });
    const started = (await programs.started()).length;
    const options = await browser.extensionPage("options.html");
    await press(options, accessTexts.allow);
    await says(options, accessTexts.given);
    await turn(options, "native-host");
    await isSource(options, "native-host", "works");
    await options.close();

    const page = await browser.open(`${worker.direct}/`);
    await browser.badgeOnce(page, ({ text }) => text === "21");
    await until("the service worker", () =>
      page.evaluate(() => document.documentElement.dataset["worker"] === "ready"),
    );
    const observed = async () => (await browser.storage()).session[`observation:${worker.direct}`];
    expect(await observed()).toMatchObject({ via: "firefox-security-info" });
    await browser.inExtension(() => chrome.storage.session.clear());
    // Answered by the service worker: there is no request to look at.
    await browser.go(page, `${worker.direct}/from-worker`);
    await browser.badgeOnce(page, ({ text }) => text === "21");
    expect(await observed()).toMatchObject({ via: "native-host", trust: "trusted" });
    expect((await programs.started()).length).toBeGreaterThan(started);
    await browser.close();
  });
});
