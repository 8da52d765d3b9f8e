import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import puppeteer, { type Browser, type Extension, type Page, type Target } from "puppeteer";
import { until } from "../until.ts";
import { chromiumArguments } from "./chromium-arguments.ts";
import { trustInHome } from "./chromium-trust.ts";
import { finishedDownload } from "./downloads.ts";
import { ExtensionDoor } from "./extension-door.ts";
import { goAnyway } from "./go-anyway.ts";
import { registerHost } from "./native-host.ts";
import { type ThrowAway, throwAwayDirectory } from "./profile.ts";
import type { LaunchWish, TestBrowser } from "./test-browser.ts";

/**
 * Chromium, Chrome or Edge. The extension goes in over the debugging pipe: branded Chrome has had no
 * `--load-extension` since 137 (puppeteer/puppeteer#14105).
 */
export async function launchChromium(wish: LaunchWish, executablePath: string): Promise<TestBrowser> {
  const home = await throwAwayDirectory("chromium");
  let browser: Browser | undefined;
  try {
    await mkdir(downloadsIn(home.path));
    const trusted = wish.trustedAuthority !== undefined && (await trustInHome(home.path, wish.trustedAuthority));
    browser = await puppeteer.launch({
      executablePath,
      pipe: true,
      headless: wish.headless ?? true,
      enableExtensions: true,
      userDataDir: profileIn(home.path),
      downloadBehavior: { policy: "allow", downloadPath: downloadsIn(home.path) },
      acceptInsecureCerts: wish.acceptErrors ?? false,
      ...(process.platform === "linux" ? { env: { ...process.env, HOME: home.path, TMPDIR: home.path } } : {}),
      ...(wish.headless === false ? { defaultViewport: null, ignoreDefaultArgs: ["--enable-automation"] } : {}),
      args: chromiumArguments(wish, { root: process.getuid?.() === 0, trustsKeys: !trusted }),
      // Ctrl-C is for the script: it closes the browser and removes the profile.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    return await drive(wish, browser, home);
  } catch (error) {
    await browser?.close();
    await home.remove();
    throw error;
  }
}

async function drive(wish: LaunchWish, browser: Browser, home: ThrowAway): Promise<TestBrowser> {
  const gone = new Promise<void>((resolve) => browser.once("disconnected", () => resolve()));
  await browser.installExtension(wish.extensionDirectory, { enabledInIncognito: wish.allowPrivate ?? false });
  const extension = await until("the extension", async () => firstOf((await browser.extensions()).values()));
  const extensionOrigin = `chrome-extension://${extension.id}`;
  if (wish.nativeHost !== undefined) {
    const place = join(profileIn(home.path), "NativeMessagingHosts");
    await registerHost(place, wish.nativeHost, { allowed_origins: [`${extensionOrigin}/`] });
  }
  await backgroundReady(extension);
  const host = await browser.newPage();
  await host.goto(`${extensionOrigin}/manifest.json`);
  const door = new ExtensionDoor(host);

  const open = async (url?: string): Promise<Page> => {
    const page = await door.open(() => newPageBy(browser, () => door.openTab()));
    if (url !== undefined) await goAnyway(page, url);
    return page;
  };
  const pageAt: TestBrowser["pageAt"] = async (matches, timeout = 15_000) => {
    const target = await browser.waitForTarget(
      (one) => one.type() === "page" && matches(new URL(one.url() || "about:blank")),
      { timeout },
    );
    return target.asPage();
  };
  return {
    kind: wish.kind,
    version: await browser.version(),
    extensionOrigin,
    home: home.path,
    gone,
    open,
    openPrivate: async (url) => {
      const page = await door.open(() => newPageBy(browser, () => door.openPrivateTab()));
      if (url !== undefined) await goAnyway(page, url);
      return page;
    },
    pageAt,
    go: goAnyway,
    tabId: (page) => door.tabId(page),
    badge: (page) => door.badge(page),
    badgeOnce: (page, wanted, timeout) => door.badgeOnce(page, wanted, timeout),
    inExtension: door.inExtension,
    storage: () => door.storage(),
    openPopup: async (page) => {
      const known = new Set(browser.targets());
      const isNew = (target: Target) => !known.has(target) && target.url().startsWith(`${extensionOrigin}/popup.html`);
      await page.bringToFront();
      const [target] = await Promise.all([
        browser.waitForTarget(isNew, { timeout: 10_000 }),
        extension.triggerAction(page),
      ]);
      const popup = await target.asPage();
      await popup.waitForFunction(() => document.readyState === "complete");
      return popup;
    },
    extensionPage: async (path) => open(`${extensionOrigin}/${path}`),
    killBackground: async () => {
      for (const worker of await extension.workers()) await worker.close();
      await until(
        "the background's end",
        async () =>
          !browser
            .targets()
            .some((target) => target.type() === "service_worker" && target.url().startsWith(extensionOrigin)),
      );
    },
    downloaded: (name, timeout) => finishedDownload(downloadsIn(home.path), name, timeout),
    clipboard: async () => {
      await browser.defaultBrowserContext().overridePermissions(extensionOrigin, ["clipboard-read"]);
      await host.bringToFront();
      return door.inExtension(() => navigator.clipboard.readText());
    },
    close: async () => {
      await browser.close();
      await home.remove();
    },
  };
}

/** Where Chromium on Linux has it by itself: a host that is installed for this home is found. */
const profileIn = (home: string): string => join(home, ".config", "chromium");
const downloadsIn = (home: string): string => join(home, "downloads");

/** `browser.newPage` takes whichever window is in front, also a private one. */
async function newPageBy(browser: Browser, open: () => Promise<unknown>): Promise<Page> {
  const known = new Set(browser.targets());
  const opened = browser.waitForTarget((target) => target.type() === "page" && !known.has(target));
  await open();
  return (await opened).asPage();
}

const firstOf = <T>(values: Iterable<T>): T | undefined => {
  for (const value of values) return value;
  return undefined;
};

/**
 * The worker appears before `chrome` is there and before its listeners are: the first navigation would be lost.
 * Without the permission there is no webNavigation; then the messages are what it listens to.
 */
const backgroundReady = (extension: Extension): Promise<true> =>
  until(
    "the background's listeners",
    async () => {
      const [worker] = await extension.workers();
      const ready = await worker?.evaluate(
        () =>
          typeof chrome !== "undefined" &&
          (chrome.webNavigation?.onCommitted ?? chrome.runtime.onMessage).hasListeners(),
      );
      return ready === true ? true : undefined;
    },
    { patience: 1_000 },
  );
