import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { currentVersion } from "../../extension/src/store/migrations.ts";
import { storeProblemText } from "../../extension/src/store/problem-text.ts";
import { passphraseTexts } from "../../extension/src/ui/messages/en/passphrase.ts";
import { yourDataTexts as texts } from "../../extension/src/ui/messages/en/your-data.ts";
import { addHosts } from "../../shared/watch/add-hosts.ts";
import { decryptBackup, encryptBackup } from "../../shared/watch/backup.ts";
import { type BackupContent, readBackupContent, writeBackupContent } from "../../shared/watch/backup-content.ts";
import { seenCertificate } from "../../shared/watch/seen-certificate.ts";
import type { TestBrowser } from "../support/browsers/launch.ts";
import { until } from "../support/until.ts";
import { button, says } from "./renewal-page.ts";
import { openSettings } from "./settings-page.ts";
import { day, hour, type Stage, setStage } from "./stage.ts";

const host = "www.shop.example";
const passphrase = "quiet harbour paints seven kettles";
let stage: Stage;
let content: BackupContent;

beforeAll(async () => {
  stage = await setStage();
  const certificate = await stage.certificate(host, { behind: 100 * day, ahead: 20 * day + hour });
  const own = await stage.certificate("mail.shop.example", { behind: day, ahead: 300 * day });
  await stage.serve([{ host, certificate }]);
  const now = Date.now();
  const wishes = [
    { host, port: 443, note: "the shop", owner: "Ada", tags: ["money"] },
    { host: "mail.shop.example", port: 25, starttls: "smtp", note: "" },
  ] as const;
  const seen = seenCertificate(
    {
      origin: `https://${host}`,
      via: "native-host",
      seenAt: now,
      trust: "trusted",
      leaf: certificate.der,
      sha256: certificate.sha256,
    },
    [],
  );
  if (seen === undefined) throw new Error("not seen");
  // Not to be checked while the test runs.
  const hosts = addHosts([], wishes, now).changed.map((each) => ({ ...each, nextCheckAt: now + day }));
  content = {
    schema: currentVersion,
    stores: {
      hosts: hosts.map((each) => (each.port === 443 ? { ...each, lastSeen: seen } : each)),
      certificates: [{ sha256: certificate.sha256, leaf: certificate.der }],
      marks: [{ key: `${certificate.sha256}:due`, at: now }],
      owned: [{ sha256: own.sha256, leaf: own.der, addedAt: now }],
    },
  };
});
afterAll(() => stage.close());

/** The file of a backup, made without the extension, and quick to open. */
const fileOf = (given: BackupContent, words = passphrase): Promise<Uint8Array> =>
  encryptBackup(writeBackupContent(given), words, crypto, 1000);

async function importFile(page: Page, bytes: Uint8Array, words = passphrase): Promise<void> {
  // A failed import leaves its form open.
  if ((await page.$(".task input[type=file]")) === null) await button(page, texts.openImport).click();
  await page.locator(".task input[type=file]").wait();
  // Both browsers: puppeteer's own way to choose a file is closed to an extension's page in Firefox.
  await page.evaluate((base64) => {
    const input = document.querySelector<HTMLInputElement>(".task input[type=file]");
    if (input === null) throw new Error("no field for a file");
    const chosen = new DataTransfer();
    chosen.items.add(new File([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))], "some.backup"));
    input.files = chosen.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }, Buffer.from(bytes).toString("base64"));
  await fill(page, [words]);
  await button(page, texts.importNow).click();
}

/** Types into the passphrase fields of the open form, one after the other. */
async function fill(page: Page, words: readonly string[]): Promise<void> {
  const fields = await page.$$(".task input[type=password]");
  expect(fields).toHaveLength(words.length);
  for (const [index, field] of fields.entries()) {
    await field.click({ count: 3 });
    await field.type(words[index] ?? "");
  }
}

const kept = async (browser: TestBrowser) => (await browser.storage()).databases["notafter"] ?? {};
const visited = async (browser: TestBrowser) =>
  Object.keys((await browser.storage()).session).filter((key) => key.startsWith("observation:"));

describe.each(["chromium", "firefox"] as const)("your data in %s", (kind) => {
  let browser: TestBrowser;
  let page: Page;
  let before: Awaited<ReturnType<typeof kept>>;
  let exported: Uint8Array;
  beforeAll(async () => {
    browser = await stage.browser(kind);
    page = await openSettings(browser);
  });
  afterAll(async () => {
    expect(JSON.stringify(await browser.storage())).not.toContain(passphrase);
    await browser.close();
  });

  it("takes a backup in, and counts what there is at once", async () => {
    await says(page, texts.hosts(0));
    await importFile(page, await fileOf(content));
    await says(page, texts.imported(2, 0));
    for (const words of [texts.hosts(2), texts.seen(1), texts.given(1), texts.marks(1)]) await says(page, words);
    before = await kept(browser);
    expect(before["hosts"]).toHaveLength(2);
    // In again: nothing is doubled, nothing changes.
    await importFile(page, await fileOf(content));
    await says(page, texts.imported(0, 2));
    expect(await kept(browser)).toEqual(before);
  });

  it("exports everything under a passphrase that was typed twice, and nothing under another", async () => {
    await button(page, texts.openExport).click();
    await fill(page, [passphrase, `${passphrase}x`]);
    await button(page, texts.exportNow).click();
    await says(page, passphraseTexts.problems.mismatch);
    await fill(page, [passphrase, passphrase]);
    await button(page, texts.exportNow).click();
    const name = `notafter-${new Date().toISOString().slice(0, 10)}.backup`;
    await says(page, texts.exported(name, 2));
    exported = await browser.downloaded(name);
    expect(Buffer.from(exported).includes(host)).toBe(false);
    const opened = await decryptBackup(exported, passphrase, crypto);
    if (!opened.ok) throw new Error(opened.problem.code);
    const written = readBackupContent(opened.value);
    expect(written?.schema).toBe(currentVersion);
    expect(written?.stores["hosts"]).toEqual(before["hosts"]);
    expect(written?.stores["certificates"]).toEqual(content.stores["certificates"]);
    expect(written?.stores["marks"]).toEqual(before["marks"]);
    expect(written?.stores["owned"]).toMatchObject(content.stores["owned"] ?? []);
    expect(await page.$(".task")).toBeNull();
  });

  it("forgets everything in two steps, and what was seen as well; the settings stay", async () => {
    const site = await browser.open(`https://${host}/`);
    await browser.badgeOnce(site, ({ text }) => text !== "");
    await until("the visit", async () => (await visited(browser)).length > 0);
    await page.bringToFront();
    await says(page, texts.visited(1));
    await browser.inExtension(() =>
      chrome.storage.local.set({ settings: { thresholds: { dueDays: 33, urgentDays: 3 } } }),
    );
    await button(page, texts.openForget).click();
    await says(page, texts.forgetWhat(2));
    await button(page, texts.keep).click();
    expect(await kept(browser)).toEqual(before);
    await button(page, texts.openForget).click();
    await button(page, texts.forgetNow).click();
    await says(page, texts.forgotten);
    await says(page, texts.visited(0));
    for (const [store, records] of Object.entries(await kept(browser))) expect([store, records]).toEqual([store, []]);
    expect(await visited(browser)).toEqual([]);
    expect((await browser.storage()).local["settings"]).toMatchObject({ thresholds: { dueDays: 33 } });
    // What the tab showed is known no more.
    await browser.badgeOnce(site, ({ text }) => text === "?");
    await site.close();
  });

  it("changes nothing with a wrong passphrase, a damaged file, a newer one or one that is none", async () => {
    const empty = await kept(browser);
    const sound = await fileOf(content);
    const second = content.stores["hosts"]?.[1] ?? {};
    const cases: readonly (readonly [Uint8Array, string, string])[] = [
      [exported, "some other words entirely", texts.fileProblems["wrong-passphrase"]],
      [exported.subarray(0, exported.length - 100), passphrase, texts.fileProblems.damaged],
      [sound.map((byte, at) => (at === sound.length - 100 ? byte ^ 1 : byte)), passphrase, texts.fileProblems.damaged],
      [new TextEncoder().encode("host,port\nwww.shop.example,443\n"), passphrase, texts.fileProblems["not-a-backup"]],
      [await fileOf({ ...content, schema: currentVersion + 1 }), passphrase, texts.fileProblems["future-version"]],
      [newerFormat(sound), passphrase, texts.fileProblems["future-version"]],
      [
        await fileOf({ ...content, stores: { ...content.stores, hosts: [second, { ...second, port: 70_000 }] } }),
        passphrase,
        storeProblemText({ code: "bad-record", store: "hosts", index: 1 }),
      ],
    ];
    for (const [file, words, told] of cases) {
      await importFile(page, file, words);
      await says(page, told);
      expect(await kept(browser)).toEqual(empty);
      await button(page, texts.cancel).click();
      await until("the word to go", async () => !(await page.evaluate(() => document.body.innerText)).includes(told));
    }
    await button(page, texts.openImport).click();
    await button(page, texts.importNow).click();
    await says(page, texts.fileProblems["no-file"]);
    await button(page, texts.cancel).click();
  });

  it("brings everything back from its own export", async () => {
    await importFile(page, exported);
    await says(page, texts.imported(2, 0));
    expect(await kept(browser)).toEqual(before);
  });

  it("says that a newer version wrote the database, and leaves it alone", async () => {
    // The extension closes its connections when a newer version wants to migrate.
    await browser.inExtension(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open("notafter", 99);
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            opening.result.close();
            resolve();
          };
        }),
    );
    const newer = await openSettings(browser);
    await says(newer, storeProblemText({ code: "future-version", found: 99, known: currentVersion }));
    expect(await newer.$$eval("#your-data button", (buttons) => buttons.map(({ textContent }) => textContent))).toEqual(
      [texts.lookAgain],
    );
    expect(await kept(browser)).toEqual(before);
    await newer.close();
  });
});

/** A file whose first line claims the next version of the format; its checksum is made anew by nobody. */
function newerFormat(file: Uint8Array): Uint8Array {
  const text = Buffer.from(file).toString("latin1").replace('"version":1', '"version":2');
  return new Uint8Array(Buffer.from(text, "latin1"));
}
