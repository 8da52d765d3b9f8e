import { createPrivateKey } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addTexts as texts } from "../../extension/src/ui/messages/en/add.ts";
import type { StorageDump, TestBrowser } from "../support/browsers/launch.ts";
import { accessibilityProblems } from "../support/help-center/axe.ts";
import { type Folder, output, temporaryFolder } from "../support/program.ts";
import { until } from "../support/until.ts";
import { collectErrors } from "./page-errors.ts";
import { button, says } from "./renewal-page.ts";
import { type Stage, setStage } from "./stage.ts";
import { openDashboard } from "./watch-list.ts";

let stage: Stage;
let folder: Folder;
beforeAll(async () => {
  stage = await setStage();
  folder = await temporaryFolder();
});
afterAll(async () => {
  await stage.close();
  await folder.remove();
});

/** The dialog, opened by its address. */
async function openDialog(browser: TestBrowser, errors: string[] = []): Promise<Page> {
  const page = await openDashboard(browser, "#add");
  collectErrors(page, errors);
  await page.locator("#add-text").wait();
  return page;
}

/** Puts text into the field at once, as pasting does. */
const paste = (page: Page, text: string): Promise<void> =>
  page.$eval(
    "#add-text",
    (field, pasted) => {
      (field as HTMLTextAreaElement).value = pasted;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    },
    text,
  );

/** Drops a file onto the page, through the events that the browser sends. */
const drop = (page: Page, name: string, content: string): Promise<void> =>
  page.evaluate(
    (fileName, text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], fileName));
      for (const type of ["dragenter", "dragover", "drop"])
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    },
    name,
    content,
  );

/** Adds what the preview shows; the button waits until the list is read. */
async function add(page: Page, count: number): Promise<void> {
  await says(page, texts.addHosts(count));
  await page.locator(".add-foot [type=submit][aria-disabled=false]").click();
}

async function upload(page: Page, ...paths: string[]): Promise<void> {
  const input = await page.$("#add-files");
  await (input as Awaited<ReturnType<typeof page.$<"input">>>)?.uploadFile(...paths);
}

const stored = ({ databases }: StorageDump, store: string): readonly Record<string, unknown>[] =>
  (databases["notafter"]?.[store] ?? []) as readonly Record<string, unknown>[];
const watchedIds = async (browser: TestBrowser): Promise<readonly unknown[]> =>
  stored(await browser.storage(), "hosts").map(({ id }) => id);

/** All bytes that are stored, those in base64 decoded; and all of it as text. */
const flat = (dump: StorageDump): Buffer => {
  const text = JSON.stringify(dump);
  const decoded = [...text.matchAll(/"base64":"([^"]*)"/g)].map(([, base64 = ""]) => Buffer.from(base64, "base64"));
  return Buffer.concat([Buffer.from(text), ...decoded]);
};

describe.each(["chromium", "firefox"] as const)("adding hosts in %s", (kind) => {
  let browser: TestBrowser;
  const errors: string[] = [];
  beforeAll(async () => {
    browser = await stage.browser(kind);
  });
  afterAll(() => browser.close());

  it("begins with one host, and shows what it is before the next fifty are added, and takes exactly these away", async () => {
    const page = await openDashboard(browser);
    collectErrors(page, errors);
    await page.locator(".quick-add input").fill("kept.example");
    await button(page, texts.quickAdd).click();
    await until("the first host", async () => (await watchedIds(browser)).length === 1 || undefined);
    await page.close();

    const dialog = await openDialog(browser, errors);
    const good = Array.from({ length: 43 }, (_, at) => `host${at}.example`);
    const faults = [
      "*.wild.example",
      "http://old.example:8080/x",
      "port.example:99999",
      "some words here",
      "x".repeat(5000),
    ];
    await paste(dialog, `\ufeff# our hosts\r\n${[...good, "kept.example", "host1.example", ...faults].join("\r\n")}`);
    await says(dialog, texts.summary(44, 43, 1));
    await says(dialog, texts.unusable(5));
    await says(dialog, texts.line(47));
    await button(dialog, texts.useAll(3)).click();
    await says(dialog, texts.summary(47, 46, 1));
    expect(await accessibilityProblems(dialog)).toEqual([]);
    await add(dialog, 46);
    await says(dialog, texts.added(46, 0));
    expect(await watchedIds(browser)).toHaveLength(47);
    await button(dialog, texts.undo).click();
    await says(dialog, texts.undone(46, 0));
    expect(await watchedIds(browser)).toEqual(["kept.example:443"]);
    expect(await accessibilityProblems(dialog)).toEqual([]);
    await dialog.close();
    expect(errors).toEqual([]);
  });

  it("takes a spreadsheet's CSV that is dropped on the page, and runs nothing of it", async () => {
    const page = await openDashboard(browser);
    collectErrors(page, errors);
    await drop(page, "hosts.csv", "\ufeffDomain;Owner;Comment\r\ncsv.example;Ada;'=1+1\r\n=cmd;Bob;x\r\n");
    await page.locator(".add-problem").wait();
    await says(page, texts.lineOf(3, "hosts.csv"));
    await add(page, 1);
    await says(page, texts.added(1, 0));
    const [host] = stored(await browser.storage(), "hosts").filter(({ id }) => id === "csv.example:443");
    expect(host).toMatchObject({ owner: "Ada", note: "=1+1" });
    await page.close();
    expect(errors).toEqual([]);
  });

  it("opens PFX files in place, keeps their certificates, and nothing of the keys in them", async () => {
    const [keyFile, leafFile] = [join(folder.path, `${kind}.key`), join(folder.path, `${kind}.pem`)];
    await output("openssl", [
      ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "90"],
      ...["-subj", "/CN=pfx.example", "-addext", "basicConstraints=critical,CA:FALSE"],
      ...["-addext", "subjectAltName=DNS:pfx.example,DNS:*.pfx.example", "-keyout", keyFile, "-out", leafFile],
    ]);
    const pfx = ["pkcs12", "-export", "-inkey", keyFile, "-in", leafFile, "-passout", "pass:correct horse"];
    const [modern, legacy] = [join(folder.path, `${kind}-modern.pfx`), join(folder.path, `${kind}-legacy.pfx`)];
    await output("openssl", [...pfx, "-out", modern]);
    await output("openssl", [...pfx, "-legacy", "-out", legacy]);

    const page = await openDialog(browser, errors);
    for (const file of [modern, legacy]) {
      await upload(page, file);
      await page.locator(".add-passphrase input:not([disabled])").fill("wrong");
      await button(page, texts.open).click();
      await page.locator(".add-passphrase ~ .problem").wait();
      expect(await page.$eval(".add-passphrase input", (field) => (field as HTMLInputElement).value)).toBe("");
      await page.locator(".add-passphrase input:not([disabled])").fill("correct horse");
      await button(page, texts.open).click();
      await page.waitForSelector(".add-passphrase", { hidden: true });
    }
    await upload(page, keyFile);
    await says(page, "This is a private key. Nothing was stored.");
    await add(page, 1);
    await says(page, texts.added(1, 1));
    await page.close();

    const dump = await browser.storage();
    expect(stored(dump, "owned")).toMatchObject([{ names: ["pfx.example", "*.pfx.example"] }]);
    const pem = await readFile(keyFile, "utf8");
    const { d = "" } = createPrivateKey(pem).export({ format: "jwk" });
    const secret = Buffer.from(d, "base64url");
    const leaf = Buffer.from((await readFile(leafFile, "utf8")).replace(/-----[^-]*-----|\s/g, ""), "base64");
    const everything = flat(dump);
    expect(everything.includes(leaf)).toBe(true);
    for (const trace of [secret, d, secret.toString("hex"), secret.toString("base64").slice(2, -4), "correct horse"])
      expect(everything.includes(trace)).toBe(false);
    expect(errors.join().includes(pem.slice(60, 100))).toBe(false);
    expect(errors).toEqual([]);
  });

  it("asks before what was typed is lost, and gives the focus back", async () => {
    const page = await openDashboard(browser);
    collectErrors(page, errors);
    await button(page, "Add hosts").click();
    await page.locator("#add-text").fill("half.example");
    await page.keyboard.press("Escape");
    await says(page, texts.leaveTitle);
    await page.keyboard.press("Escape");
    await page.locator("#add-text").wait();
    expect(await page.$eval("#add-text", (field) => (field as HTMLTextAreaElement).value)).toBe("half.example");
    await page.keyboard.press("Escape");
    await button(page, texts.leave).click();
    await page.waitForSelector(".add-dialog", { hidden: true });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Add hosts");
    expect((await watchedIds(browser)).includes("half.example:443")).toBe(false);
    await page.close();
    expect(errors).toEqual([]);
  });

  it("adds ten thousand lines at once, and takes them away again", async () => {
    const page = await openDialog(browser, errors);
    const before = await watchedIds(browser);
    await paste(page, Array.from({ length: 10_000 }, (_, at) => `www${at}.domain${at % 1000}.example:8443`).join("\n"));
    await says(page, texts.more(9900));
    await add(page, 10_000);
    await says(page, texts.added(10_000, 0));
    expect(await watchedIds(browser)).toHaveLength(before.length + 10_000);
    await button(page, texts.undo).click();
    await says(page, texts.undone(10_000, 0));
    expect(await watchedIds(browser)).toEqual(before);
    await page.close();
    expect(errors).toEqual([]);
  });
});

describe("a full disk", () => {
  it("is told where hosts are added, and nothing of them is kept", async () => {
    const browser = await stage.browser("chromium");
    const page = await openDialog(browser);
    const session = await page.createCDPSession();
    await session.send("Storage.overrideQuotaForOrigin", { origin: browser.extensionOrigin, quotaSize: 1_000_000 });
    // Names that cannot be compressed.
    const name = () => [...crypto.getRandomValues(new Uint8Array(30))].map((byte) => byte.toString(16)).join("");
    await paste(page, Array.from({ length: 10_000 }, () => `${name()}.example`).join("\n"));
    await add(page, 10_000);
    await says(page, "There is no more room for NotAfter's data.");
    expect(await watchedIds(browser)).toEqual([]);
    await says(page, texts.addHosts(10_000));
    await browser.close();
  });
});
