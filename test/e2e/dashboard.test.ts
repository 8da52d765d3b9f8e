import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dashboardTexts as texts } from "../../extension/src/ui/messages/en/dashboard.ts";
import { defaultThresholds } from "../../shared/verdict/verdict.ts";
import { sortRows, tableRows } from "../../shared/watch/host-table.ts";
import { importCsv } from "../../shared/watch/watch-csv.ts";
import { importJson } from "../../shared/watch/watch-json.ts";
import type { WatchedHost } from "../../shared/watch/watched-host.ts";
import type { TestBrowser } from "../support/browsers/launch.ts";
import { temporaryFolder } from "../support/program.ts";
import { until } from "../support/until.ts";
import { manyHosts, watched } from "../unit/shared/watch/watched-hosts.ts";
import { button, says, textOf } from "./renewal-page.ts";
import { day, type Stage, setStage } from "./stage.ts";
import { openDashboard, seedHosts } from "./watch-list.ts";

const hosts = manyHosts(10_000);
const byId = (one: { readonly id: string }, other: { readonly id: string }): number => (one.id < other.id ? -1 : 1);

const hostile = watched("hostile.example", {
  ahead: 3,
  note: "<img src=x onerror=alert(1)> \u202egnp.exe",
  owner: "</td><script>alert(2)</script>",
  seen: { issuer: [[{ oid: "2.5.4.10", type: "O", value: "\u2066Evil\u0000 <b>CA</b>" }]] },
});

/** Sites that are checked for real; the third does not answer. */
const checked = ["one.example", "two.example", "silent.example"];

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  const wishes = await Promise.all(
    checked.map(async (host) => ({
      host,
      certificate: await stage.certificate(host, { behind: 100 * day, ahead: 40 * day }),
    })),
  );
  const sites = await stage.serve(wishes);
  sites[2]?.answer("reset");
});
afterAll(() => stage.close());

const records = async (browser: TestBrowser): Promise<readonly WatchedHost[]> => {
  const { databases } = await browser.storage();
  return (databases["notafter"]?.["hosts"] ?? []) as readonly WatchedHost[];
};

const countIs = (page: Page, shown: number, all: number) => says(page, texts.count(shown, all));

const search = async (page: Page, words: string): Promise<void> => {
  await page.locator("#host-search").fill(words);
};

/** The file that an entry of the first export menu saves. */
async function exported(browser: TestBrowser, page: Page, format: string, name: RegExp): Promise<string> {
  await page.locator(".dashboard-tools .menu > summary").click();
  await button(page, format).click();
  const file = await until("the name of the file", async () => name.exec(await textOf(page))?.[0]);
  return new TextDecoder().decode(await browser.downloaded(file, 30_000));
}

describe.each(["chromium", "firefox"] as const)("the dashboard with 10,000 hosts in %s", (kind) => {
  let browser: TestBrowser;
  let page: Page;
  beforeAll(async () => {
    browser = await stage.browser(kind);
    await seedHosts(browser, hosts);
    page = await openDashboard(browser);
  }, 120_000);
  afterAll(() => browser.close());

  it("shows all of them, the soonest end first, and only a screenful exists", async () => {
    await countIs(page, 10_000, 10_000);
    const sorted = sortRows(tableRows(hosts, Date.now(), defaultThresholds));
    expect(await page.$eval("tbody tr .host-address", (cell) => cell.textContent)).toBe(sorted[0]?.address);
    await page.focus("[role=grid]");
    await page.keyboard.press("End");
    await until("the last row", () =>
      page.evaluate(
        (address) => document.querySelector(".host-active .host-address")?.textContent === address,
        sorted.at(-1)?.address,
      ),
    );
    expect(await page.$eval(".host-active", (row) => row.getAttribute("aria-rowindex"))).toBe("10001");
    expect(await page.$$eval("tbody tr", (rows) => rows.length)).toBeLessThan(100);
    await page.keyboard.press("Home");
    await until("the first row", () =>
      page.evaluate(
        (address) => document.querySelector(".host-active .host-address")?.textContent === address,
        sorted[0]?.address,
      ),
    );
  });

  it("narrows and sorts, and keeps that over a reload", async () => {
    await search(page, "DOMAIN5.example jorg");
    await countIs(page, 10, 10_000);
    await page.locator(".host-head .cell-host button").click();
    await until("the address", () => page.evaluate(() => location.hash.includes("sort=host")));
    // Firefox never tells that a page of an extension was loaded again.
    await page.evaluate(() => {
      Reflect.set(globalThis, "isOld", true);
      location.reload();
    });
    await until("the new page", () => page.evaluate(() => !("isOld" in globalThis)));
    await countIs(page, 10, 10_000);
    expect(await page.$eval("#host-search", (field) => (field as HTMLInputElement).value)).toBe("DOMAIN5.example jorg");
    expect(await page.$eval(".host-head .cell-host", (head) => head.getAttribute("aria-sort"))).toBe("ascending");
    await search(page, "nobody has this");
    await says(page, texts.nothingShown);
    await button(page, texts.clearFilters).click();
    await countIs(page, 10_000, 10_000);
  });

  it("snoozes many and forgets many, and takes both back", async () => {
    const before = [...(await records(browser))].sort(byId);
    await search(page, "domain7.example");
    await countIs(page, 10, 10_000);
    await page.locator(".host-head input").click();
    await says(page, texts.selected(10));
    await button(page, texts.snooze).click();
    await button(page, texts.snoozeWeek).click();
    await says(page, texts.done.snoozed(10, "").split(" until")[0] ?? "");
    expect((await records(browser)).filter(({ snoozedUntil }) => snoozedUntil !== undefined).length).toBe(10);
    await button(page, texts.undo).click();
    await says(page, texts.undone);
    expect([...(await records(browser))].sort(byId)).toEqual(before);

    await button(page, texts.forget).click();
    await says(page, texts.done.forgotten(10));
    expect((await records(browser)).length).toBe(9990);
    await button(page, texts.undo).click();
    await says(page, texts.undone);
    expect([...(await records(browser))].sort(byId)).toEqual(before);
    await search(page, "");
    await countIs(page, 10_000, 10_000);
  });

  it("exports them in each format, and takes CSV and JSON in again in a fresh profile", async () => {
    const json = await exported(browser, page, texts.formats.json, /notafter-hosts-[\d-]+\.json/);
    const csv = await exported(browser, page, texts.formats.csv, /notafter-hosts-[\d-]+\.csv/);
    const calendar = await exported(browser, page, texts.formats.calendar, /notafter-certificates-[\d-]+\.ics/);
    const targets = await exported(browser, page, texts.formats["prometheus-targets"], /notafter-targets-[\d-]+\.json/);
    const rules = await exported(browser, page, texts.formats["prometheus-rules"], /notafter-rules-[\d-]+\.yml/);
    expect(calendar.split("BEGIN:VEVENT").length).toBe(10_001);
    expect(targets.split(".example:443").length).toBe(10_001);
    expect(rules).toContain("alert: CertificateRenewalDue");
    const read = importJson(json);
    expect(read.ok && [...read.value].sort(byId)).toEqual([...hosts].sort(byId));
    expect(importCsv(csv)).toMatchObject({ ok: true, value: { length: 10_000 } });

    const files = await temporaryFolder();
    for (const [name, text] of [
      ["hosts.json", json],
      ["hosts.csv", csv],
    ] as const) {
      const path = await files.write(name, text);
      const fresh = await stage.browser(kind);
      const empty = await openDashboard(fresh, "#add");
      const field = await empty.waitForSelector("input[type=file]");
      if (field === null) throw new Error("The dialog takes no files.");
      await (field as { uploadFile(path: string): Promise<void> }).uploadFile(path);
      await empty.locator(".add-foot button[type=submit]:not([disabled]):not([aria-disabled=true])").click();
      const taken = await until("10,000 hosts", async () => {
        const all = await records(fresh);
        return all.length === 10_000 ? all : undefined;
      });
      const own = ({ id, note, owner, tags }: WatchedHost) => ({ id, note, owner, tags });
      expect([...taken].map(own).sort(byId)).toEqual([...hosts].map(own).sort(byId));
      await fresh.close();
    }
    await files.remove();
  }, 180_000);

  it("shows hostile texts as text", async () => {
    await seedHosts(browser, [hostile]);
    const shown = await openDashboard(browser, "#q=hostile.example");
    await countIs(shown, 1, 10_001);
    const text = await textOf(shown);
    for (const words of ["<img src=x onerror=alert(1)>", "‹U+202E›", "‹U+2066›", "‹U+0000›", "</td><script>alert(2)"])
      expect(text).toContain(words);
    expect(await shown.$$eval("tbody img, tbody script, tbody b", (found) => found.length)).toBe(0);
    await shown.close();
  });
});

describe.each(["chromium", "firefox"] as const)("the dashboard's checks in %s", (kind) => {
  it("run at once, with their progress and what failed", async () => {
    const browser = await stage.browser(kind);
    // Chromium knows that its flag is on once a page has told its certificate.
    const site = await browser.open(`https://${checked[0]}/`);
    await browser.badgeOnce(site, ({ text }) => text === "39" || text === "40");
    const later = Date.now() + day;
    await seedHosts(
      browser,
      checked.map((host) => ({ ...watched(host), nextCheckAt: later })),
    );
    const page = await openDashboard(browser);
    await countIs(page, 3, 3);
    await page.locator(".host-head input").click();
    await button(page, texts.checkNow).click();
    await until("the end of the checks", async () => (await textOf(page)).includes(texts.checked(3)), {
      timeout: 45_000,
    });
    expect(await textOf(page)).toContain(texts.checkingFailed(1));
    const seen = (await records(browser)).map(({ host, lastCheck }) => `${host} ${lastCheck?.outcome}`).sort();
    expect(seen).toEqual(["one.example seen", "silent.example failed", "two.example seen"]);
    await browser.close();
  });
});

describe("a watch list that cannot be read", () => {
  it("is said to be safe, and nothing is lost", async () => {
    const browser = await stage.browser("chromium");
    await browser.inExtension(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open("notafter", 99);
          opening.onupgradeneeded = () => {
            const { result } = opening;
            if (!result.objectStoreNames.contains("hosts")) result.createObjectStore("hosts", { keyPath: "id" });
            opening.transaction?.objectStore("hosts").put({ id: "kept" });
          };
          opening.onsuccess = () => {
            opening.result.close();
            resolve();
          };
          opening.onerror = () => reject(opening.error);
        }),
    );
    const page = await openDashboard(browser);
    await says(page, texts.problemTitle);
    await says(page, "newer version");
    expect((await records(browser)).map(({ id }) => id)).toEqual(["kept"]);
    await browser.close();
  });
});
