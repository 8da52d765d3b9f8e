import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dashboardTexts } from "../../extension/src/ui/messages/en/dashboard.ts";
import { detailsTexts as texts } from "../../extension/src/ui/messages/en/host-details.ts";
import type { TestBrowser } from "../support/browsers/launch.ts";
import { accessibilityProblems } from "../support/help-center/axe.ts";
import { until } from "../support/until.ts";
import { day, watched } from "../unit/shared/watch/watched-hosts.ts";
import { button, says, textOf } from "./renewal-page.ts";
import { type Stage, setStage } from "./stage.ts";
import { openDashboard, seedHosts } from "./watch-list.ts";

const host = "www.example.com";
const id = `${host}:443`;
const address = `#host=${encodeURIComponent(id)}`;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

/** The hosts as they lie in the store. */
async function stored(browser: TestBrowser): Promise<Record<string, unknown> | undefined> {
  const { databases } = await browser.storage();
  const found = databases["notafter"]?.["hosts"]?.find((one) => Object(one).id === id);
  return found === undefined ? undefined : { ...Object(found) };
}

const fieldOf = (page: Page, label: string) =>
  page.locator(`::-p-aria([name=${JSON.stringify(label)}][role="textbox"])`);
const typedIn = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (field) =>
    field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : "",
  );

async function typeInto(page: Page, label: string, text: string): Promise<void> {
  await fieldOf(page, label).click();
  await page.keyboard.type(text);
}

async function openDetails(browser: TestBrowser): Promise<Page> {
  const page = await openDashboard(browser, address);
  await page.setViewport({ width: 1280, height: 1000 });
  await page.locator(".details-yours textarea").wait();
  return page;
}

describe.each(["chromium", "firefox"] as const)("a host's details in %s", (kind) => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await stage.browser(kind, { colourScheme: kind === "chromium" ? "light" : "dark" });
    const later = Date.now() + day;
    await seedHosts(browser, [
      watched(host, { ahead: 60, nextCheckAt: later }),
      watched("other.example", { ahead: 90, nextCheckAt: later }),
    ]);
  });
  afterAll(() => browser.close());

  it("keeps a note, an owner, tags, thresholds and a snooze for the next time", async () => {
    let page = await openDetails(browser);
    await typeInto(page, texts.note, "Behind the proxy.");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Ask Ada.");
    await typeInto(page, texts.owner, "Ada");
    await typeInto(page, texts.tags, "shop,eu");
    await page.keyboard.press("Enter");
    await until(
      "the tags to be kept",
      async () => JSON.stringify((await stored(browser))?.["tags"]) === '["shop","eu"]',
    );
    await page.locator(".details-check input").click();
    await page.locator(".details-days input").wait();
    await page.locator(".details-days input").fill("45");
    await fieldOf(page, texts.owner).click();
    await button(page, texts.week).click();
    await button(page, texts.endSnooze).wait();
    const kept = await until("all of it to be kept", async () => {
      const now = await stored(browser);
      return typeof now?.["snoozedUntil"] === "number" && Object(now["thresholds"]).dueDays === 45 ? now : undefined;
    });
    expect(kept).toMatchObject({
      note: "Behind the proxy.\nAsk Ada.",
      owner: "Ada",
      tags: ["shop", "eu"],
      thresholds: { dueDays: 45, urgentDays: 7 },
    });

    await page.close();
    page = await openDetails(browser);
    await page.locator(".details-days input").wait();
    expect(await typedIn(page, ".details-yours textarea")).toBe("Behind the proxy.\nAsk Ada.");
    expect(await typedIn(page, ".details-days input")).toBe("45");
    expect(await page.$$eval(".details-tag", (tags) => tags.map(({ textContent }) => textContent))).toEqual([
      "shop",
      "eu",
    ]);
    await button(page, texts.endSnooze).click();
    await until("the snooze to end", async () => (await stored(browser))?.["snoozedUntil"] === undefined);
    await page.close();
  });

  it("saves what is typed when it is left by closing, and takes an edit back", async () => {
    const page = await openDetails(browser);
    const before = (await stored(browser))?.["owner"];
    await typeInto(page, texts.owner, " Lovelace");
    await fieldOf(page, texts.note).click();
    await says(page, texts.saved);
    await button(page, texts.undo).click();
    await says(page, texts.undone);
    expect((await stored(browser))?.["owner"]).toBe(before);

    await typeInto(page, texts.owner, " King");
    await page.keyboard.press("Escape");
    await until("the details to close", async () => (await page.$(".details")) === null);
    await until("the owner to be kept", async () => String((await stored(browser))?.["owner"]).endsWith(" King"));
    await page.close();
  });

  it("refuses thresholds that are none, and writes nothing", async () => {
    const page = await openDetails(browser);
    const before = JSON.stringify(await stored(browser));
    await page.locator(".details-days input").fill("400");
    await fieldOf(page, texts.note).click();
    await until("the problem", async () => (await page.$(".details-days [aria-invalid=true]")) !== null);
    expect(JSON.stringify(await stored(browser))).toBe(before);
    await page.close();
  });

  it("keeps what is typed while a check changes the host, and shows the check", async () => {
    const page = await openDetails(browser);
    await fieldOf(page, texts.note).click();
    await page.keyboard.type("half a sent");
    const seen = (await stored(browser)) ?? {};
    await browser.inExtension(
      (record: object, name: string) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open("notafter");
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const writing = opening.result.transaction("hosts", "readwrite");
            writing.objectStore("hosts").put(record);
            writing.oncomplete = () => {
              opening.result.close();
              new BroadcastChannel("watch-list").postMessage([name]);
              resolve();
            };
          };
        }),
      { ...seen, failures: 2, lastCheck: { at: Date.now(), outcome: "failed", detail: "connection-refused" } },
      id,
    );
    await says(page, "Nothing listens at this port.");
    expect(await typedIn(page, ".details-yours textarea")).toContain("half a sent");
    await page.close();
  });

  it("stops watching, and takes that back with all that was kept", async () => {
    const page = await openDetails(browser);
    const before = await stored(browser);
    await button(page, texts.forget).click();
    await until("the host to be forgotten", async () => (await stored(browser)) === undefined);
    await until("the details to close", async () => (await page.$(".details")) === null);
    await button(page, dashboardTexts.undo).click();
    await until("the host to be back", async () => (await stored(browser)) !== undefined);
    expect(await stored(browser)).toEqual(before);
    await page.close();
  });

  it("holds nothing that axe finds beside the table, and is a sheet that keeps the focus where there is no room", async () => {
    const page = await openDetails(browser);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.setViewport({ width: 360, height: 740 });
    await page.locator("dialog[open] .details").wait();
    expect(await accessibilityProblems(page)).toEqual([]);
    const inside = await page.evaluate(() => document.activeElement?.closest("dialog") !== null);
    expect(inside).toBe(true);
    const widths = await page.$eval("dialog", ({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth]);
    expect(widths[0]).toBe(widths[1]);
    await page.keyboard.press("Escape");
    await until("the sheet to close", async () => (await page.$("dialog[open]")) === null);
    expect(await textOf(page)).toContain(host);
    await page.close();
  });
});
