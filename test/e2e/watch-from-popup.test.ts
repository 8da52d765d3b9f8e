import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { storeProblemText } from "../../extension/src/store/problem-text.ts";
import { popupTexts } from "../../extension/src/ui/messages/en/popup.ts";
import type { TestBrowser } from "../support/browsers/launch.ts";
import { builds } from "../support/build.ts";
import { until } from "../support/until.ts";
import { button, says, textOf } from "./renewal-page.ts";
import { day, hour, type Stage, setStage } from "./stage.ts";

const { watch } = popupTexts;
const host = "www.shop.example";
const id = `${host}:443`;
const kinds = ["chromium", "firefox"] as const;

let stage: Stage;
let leaf: readonly number[];
beforeAll(async () => {
  stage = await setStage();
  const certificate = await stage.certificate(host, { behind: 100 * day, ahead: 20 * day + hour });
  leaf = [...certificate.der];
  await stage.serve([{ host, certificate }]);
});
afterAll(() => stage.close());

const star = (popup: Page) => button(popup, watch.star);
const pressed = (popup: Page): Promise<string | null | undefined> =>
  popup.evaluate(() => document.querySelector(".popup-star")?.getAttribute("aria-pressed"));
const starIs = (popup: Page, wanted: "true" | "false"): Promise<true> =>
  until(`the star, ${wanted}`, async () => (await pressed(popup)) === wanted || undefined);

type Records = Readonly<Record<string, readonly unknown[]>>;
const kept = async (browser: TestBrowser): Promise<Records> => (await browser.storage()).databases["notafter"] ?? {};

describe.each(kinds)("the star of the popup in %s", (kind) => {
  let browser: TestBrowser;
  let site: Page;
  beforeAll(async () => {
    browser = await stage.browser(kind, { allowPrivate: true });
    site = await browser.open(`https://${host}/`);
    await browser.badgeOnce(site, ({ text }) => text === "20");
  });
  afterAll(() => browser.close());

  it("is empty before, and to look at it keeps nothing", async () => {
    const popup = await browser.openPopup(site);
    await starIs(popup, "false");
    expect((await browser.storage()).databases["notafter"]).toBeUndefined();
    await popup.close();
  });

  it("puts the site on the watch list with what was seen of it, by one click", async () => {
    const popup = await browser.openPopup(site);
    await star(popup).click();
    await says(popup, watch.notices.notified);
    expect(await pressed(popup)).toBe("true");
    await popup.close();
    const { hosts, certificates } = await kept(browser);
    expect(hosts).toEqual([
      expect.objectContaining({
        id,
        lastCheck: expect.objectContaining({ outcome: "seen" }),
        lastSeen: expect.objectContaining({
          notAfter: expect.any(Number),
          trust: "trusted",
          via: `${kind}-security-info`,
          names: [host],
        }),
      }),
    ]);
    expect(certificates).toHaveLength(1);
  });

  it("stays filled when the background was stopped, and is empty after the second click until that is undone", async () => {
    await browser.killBackground();
    const popup = await browser.openPopup(site);
    await starIs(popup, "true");
    expect(await textOf(popup)).not.toContain(watch.added);
    const before = await kept(browser);
    await star(popup).click();
    await says(popup, watch.forgotten);
    expect(await kept(browser)).toEqual({ hosts: [], certificates: [], marks: [], owned: [] });
    await button(popup, watch.undo).click();
    await starIs(popup, "true");
    expect(await kept(browser)).toEqual(before);
    await star(popup).click();
    await says(popup, watch.forgotten);
    await popup.close();
  });

  it("asks in a private window first, for the list outlives it", async () => {
    const secret = await browser.openPrivate(`https://${host}/`);
    await browser.badgeOnce(secret, ({ text }) => text === "20");
    const popup = await browser.openPopup(secret);
    await star(popup).click();
    await says(popup, watch.askPrivate);
    await button(popup, watch.no).click();
    await starIs(popup, "false");
    expect((await kept(browser))["hosts"]).toEqual([]);
    await star(popup).click();
    await button(popup, watch.yes).click();
    await says(popup, watch.notices.notified);
    expect((await kept(browser))["hosts"]).toHaveLength(1);
    await star(popup).click();
    await says(popup, watch.forgotten);
    await popup.close();
    await secret.close();
  });

  it("says that a newer version's data is untouched, and stays empty", async () => {
    await browser.killBackground();
    await browser.inExtension(newerVersion);
    const popup = await browser.openPopup(site);
    await star(popup).click();
    await says(popup, storeProblemText({ code: "future-version", found: 99, known: 3 }));
    expect(await pressed(popup)).toBe("false");
    await popup.close();
    expect(await kept(browser)).toMatchObject({ hosts: [] });
  });
});

describe("what the records tell, in a Chromium without flags", () => {
  it("stands where nothing was seen: an own certificate, then what the watch list saw", async () => {
    const browser = await stage.browser("chromium", { securityInfoFlag: false });
    const site = await browser.open(`https://${host}/`);
    await browser.badgeOnce(site, ({ text }) => text === "?");
    const popup = await browser.openPopup(site);
    await star(popup).click();
    await says(popup, watch.added);
    await popup.close();
    expect((await kept(browser))["hosts"]).toEqual([expect.not.objectContaining({ lastSeen: expect.anything() })]);

    await browser.inExtension(putOwned, host, leaf, Date.now() - 3 * day);
    await browser.go(site, `https://${host}/again`);
    const own = await browser.badgeOnce(site, ({ text }) => text === "20");
    expect(own.title).toContain("From your own records");
    const records = await browser.openPopup(site);
    await says(records, popupTexts.ofRecords("72 h ago"));
    await records.close();

    await browser.inExtension(putSeen, id, Date.now() - 5 * hour, Date.now() + 150 * day + hour);
    await browser.go(site, `https://${host}/once-more`);
    const seen = await browser.badgeOnce(site, ({ text }) => text === "150");
    expect(seen.title).not.toContain("From your own records");
    const remembered = await browser.openPopup(site);
    await says(remembered, popupTexts.seen("5 h ago", popupTexts.sources["native-host"]));
    await remembered.close();
    await browser.close();
  });

  it("and a refusal to notify is no refusal to watch", async () => {
    // Nothing is granted here. Without a window Chromium shows no prompt and answers no.
    const browser = await stage.browser("chromium", { extensionDirectory: builds.chromium, securityInfoFlag: false });
    const site = await browser.open(`https://${host}/`);
    const popup = await browser.openPopup(site);
    // Chromium closes the popup when it asks: the click has no end then.
    star(popup)
      .click()
      .catch(() => undefined);
    await until("the host", async () => (await kept(browser))["hosts"]?.length === 1 || undefined);
    const later = await browser.openPopup(site);
    await says(later, watch.notices.refused);
    expect(await pressed(later)).toBe("true");
    await browser.close();
  });
});

/** In an idle page of the extension: the database as a newer version would leave it. */
const newerVersion = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open("notafter", 99);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });

const putOwned = (name: string, der: readonly number[], addedAt: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open("notafter");
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const transaction = request.result.transaction("owned", "readwrite");
      const record = { sha256: "a".repeat(64), leaf: Uint8Array.from(der), names: [name], addedAt };
      transaction.objectStore("owned").put({ ...record, notBefore: 0, notAfter: Date.now() + 1e9 });
      transaction.oncomplete = () => {
        request.result.close();
        resolve();
      };
    };
  });

const putSeen = (id: string, seenAt: number, notAfter: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open("notafter");
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const store = request.result.transaction("hosts", "readwrite").objectStore("hosts");
      const found = store.get(id);
      found.onsuccess = () => {
        const facts = { names: [], trust: "trusted", via: "native-host", faults: [], faultsOutside: [] };
        store.put({ ...found.result, lastSeen: { ...facts, seenAt, notBefore: seenAt - 1e10, notAfter } });
      };
      store.transaction.oncomplete = () => {
        request.result.close();
        resolve();
      };
    };
  });
