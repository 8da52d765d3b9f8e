import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import puppeteer, { type Browser, type Page } from "puppeteer";
import { until } from "../until.ts";
import { finishedDownload } from "./downloads.ts";
import { ExtensionDoor } from "./extension-door.ts";
import { announceTab, type ChromeScope, chromeScope } from "./firefox-chrome-scope.ts";
import { firefoxPreferences } from "./firefox-preferences.ts";
import { countAsPublicRoot } from "./firefox-public-root.ts";
import { goAnyway } from "./go-anyway.ts";
import { registerHost } from "./native-host.ts";
import { type ThrowAway, throwAwayDirectory } from "./profile.ts";
import type { LaunchWish, TestBrowser } from "./test-browser.ts";

const uuid = "6e6f7461-6674-4572-8000-6e6f74616674";

/** Firefox over WebDriver BiDi. The root is trusted, and the background stopped, by privileged code: no tool is needed. */
export async function launchFirefox(wish: LaunchWish, executablePath: string): Promise<TestBrowser> {
  const id = await geckoId(wish.extensionDirectory);
  const home = await throwAwayDirectory("firefox");
  let browser: Browser | undefined;
  try {
    await mkdir(downloadsIn(home.path));
    await mkdir(join(home.path, "profile"));
    if (wish.nativeHost !== undefined) {
      const place = join(home.path, ".mozilla", "native-messaging-hosts");
      await registerHost(place, wish.nativeHost, { allowed_extensions: [id] });
    }
    browser = await puppeteer.launch({
      browser: "firefox",
      executablePath,
      headless: wish.headless ?? true,
      userDataDir: join(home.path, "profile"),
      acceptInsecureCerts: wish.acceptErrors ?? false,
      args: ["--remote-allow-system-access"],
      extraPrefsFirefox: firefoxPreferences(wish, { id, uuid, downloads: downloadsIn(home.path) }),
      ...(wish.headless === false ? { defaultViewport: null } : {}),
      env: {
        ...process.env,
        MOZ_CRASHREPORTER_DISABLE: "1",
        ...(process.platform === "linux" && { TMPDIR: home.path, HOME: home.path }),
      },
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    return await drive(wish, browser, id, home);
  } catch (error) {
    await browser?.close();
    await home.remove();
    throw error;
  }
}

async function drive(wish: LaunchWish, browser: Browser, id: string, home: ThrowAway): Promise<TestBrowser> {
  const gone = new Promise<void>((resolve) => browser.once("disconnected", () => resolve()));
  const extensionOrigin = `moz-extension://${uuid}`;
  const scope = await chromeScope(browser);
  if (wish.trustedAuthority !== undefined) {
    await trust(scope, wish.trustedAuthority);
    if (wish.privateAuthority !== true) await scope.run(countAsPublicRoot(wish.trustedAuthority));
  }
  if (wish.allowPrivate === true) await scope.run(allowPrivate(id));
  await browser.installExtension(wish.extensionDirectory);
  await until("the background page", async () => (await backgroundState(scope, id)) === "running");
  const host = await browser.newPage();
  await host.goto(`${extensionOrigin}/manifest.json`, { waitUntil: [] });
  const door = new ExtensionDoor(host);
  await until("the extension's APIs", () =>
    door.inExtension(() => typeof chrome !== "undefined" && chrome.tabs !== undefined),
  );

  const open = async (url?: string): Promise<Page> => {
    const page = await door.open(() => newPageBy(browser, () => door.openTab()));
    if (url !== undefined) await goAnyway(page, url);
    return page;
  };
  const extensionPage = async (path: string): Promise<Page> => {
    const page = await open(`${extensionOrigin}/${path}`);
    await until(`${path} to load`, () =>
      page.evaluate(() => location.protocol === "moz-extension:" && document.readyState === "complete"),
    );
    return page;
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
    extensionPage,
    go: goAnyway,
    tabId: (page) => door.tabId(page),
    badge: (page) => door.badge(page),
    badgeOnce: (page, wanted, timeout) => door.badgeOnce(page, wanted, timeout),
    inExtension: door.inExtension,
    storage: () => door.storage(),
    openPopup: (page) => extensionPage(`popup.html#tab=${door.tabId(page)}`),
    killBackground: async () => {
      await scope.run(`await WebExtensionPolicy.getByID(${JSON.stringify(id)}).extension.terminateBackground();`);
      await until("the background's end", async () => (await backgroundState(scope, id)) === "stopped");
    },
    pageAt: (matches, timeout) => pageAt(browser, matches, timeout),
    downloaded: (name, timeout) => finishedDownload(downloadsIn(home.path), name, timeout),
    clipboard: async () => String(await scope.run(readClipboard)),
    close: async () => {
      await browser.close();
      await home.remove();
    },
  };
}

const downloadsIn = (home: string): string => join(home, "downloads");

const readClipboard = `
  const transferable = Cc["@mozilla.org/widget/transferable;1"].createInstance(Ci.nsITransferable);
  transferable.init(null);
  transferable.addDataFlavor("text/plain");
  Services.clipboard.getData(transferable, Ci.nsIClipboard.kGlobalClipboard);
  const found = {};
  transferable.getTransferData("text/plain", found);
  return found.value.QueryInterface(Ci.nsISupportsString).data;`;

async function geckoId(directory: string): Promise<string> {
  const manifest: { browser_specific_settings?: { gecko?: { id?: unknown } } } = JSON.parse(
    await readFile(join(directory, "manifest.json"), "utf8"),
  );
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (typeof id !== "string") throw new Error(`${directory} is not a build for Firefox: its manifest has no gecko id.`);
  return id;
}

/** `browser.newPage` takes whichever window is in front, also a private one. */
async function newPageBy(browser: Browser, open: () => Promise<unknown>): Promise<Page> {
  const known = new Set(await browser.pages());
  await open();
  return until("the new page", async () => (await browser.pages()).find((page) => !known.has(page)));
}

/** Puppeteer learns the address of an extension's page late or never: the page itself is asked. */
async function pageAt(browser: Browser, matches: (url: URL) => boolean, timeout = 15_000): Promise<Page> {
  let looks = 0;
  const look = async () => {
    for (const page of await browser.pages()) {
      const silent = new Promise<string>((resolve) => setTimeout(resolve, 500, page.url()).unref());
      const url = await Promise.race([page.evaluate(() => location.href), silent]).catch(() => page.url());
      if (matches(new URL(url))) return page;
    }
    looks += 1;
    // Twenty looks are two seconds: by then every event that was sent has arrived.
    if (looks % 20 === 0) await announceTab(browser, matches);
    return undefined;
  };
  return until("the page that was to open", look, { timeout, every: 100 });
}

const allowPrivate = (id: string): string => `
  const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
  await ExtensionPermissions.add(${JSON.stringify(id)}, { permissions: ["internal:privateBrowsingAllowed"], origins: [] });`;

const trust = (scope: ChromeScope, rootPem: string) => {
  const base64 = rootPem.replace(/-----[^-]+-----|\s/g, "");
  return scope.run(
    `Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB).addCertFromBase64(${JSON.stringify(base64)}, "C,,");`,
  );
};

const backgroundState = (scope: ChromeScope, id: string) =>
  scope.run(`return WebExtensionPolicy.getByID(${JSON.stringify(id)})?.extension?.backgroundState;`);
