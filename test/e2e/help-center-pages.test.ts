import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ensureBuilt } from "../support/build.ts";
import { accessibilityProblems } from "../support/help-center/axe.ts";
import { brokenLinks, pagesOf } from "../support/help-center/links.ts";
import { type HelpCenter, openHelpCenter, siteFolder } from "../support/help-center/open.ts";

/** Bytes of HTML, CSS and JavaScript that a first visit loads, each compressed as hosts send it. The search's index comes later, if at all. */
const budget = 75_000;

await ensureBuilt();
const pages = pagesOf(siteFolder);

let site: HelpCenter;
beforeAll(async () => {
  site = await openHelpCenter();
});
afterAll(async () => {
  await site?.close();
});

test("there are pages for the start, guides, authorities and concepts", () => {
  const expected = [
    "/",
    "/guides/nginx/",
    "/guides/nginx/install/",
    "/guides/apache/restore/",
    "/authorities/",
    "/authorities/sectigo/",
    "/how-it-works/",
    "/privacy/",
  ];
  expect(pages).toEqual(expect.arrayContaining(expected));
});

test("every link and reference leads somewhere", () => {
  expect(brokenLinks(siteFolder)).toEqual([]);
});

describe.each(pages)("%s", (path) => {
  test("loads little, from its own origin, and obeys its own policy", async () => {
    const foreign: string[] = [];
    const complaints: string[] = [];
    const sizes: Promise<number>[] = [];
    const page = await site.visit(path, async (fresh) => {
      fresh.on(
        "request",
        (request) => void (new URL(request.url()).origin === site.server.origin || foreign.push(request.url())),
      );
      fresh.on(
        "console",
        (message) => void (["error", "warn"].includes(message.type()) && complaints.push(message.text())),
      );
      fresh.on("pageerror", (error) => void complaints.push(String(error)));
      fresh.on("response", (response) => {
        const counted = ["document", "stylesheet", "script"].includes(response.request().resourceType());
        if (counted) sizes.push(response.buffer().then((body) => gzipSync(body).length));
      });
    });
    // The search's interface is loaded when the page is idle.
    await page.waitForNetworkIdle({ idleTime: 100 });
    const weight = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(foreign.filter((url) => !url.startsWith("data:"))).toEqual([]);
    expect(complaints).toEqual([]);
    expect(weight).toBeGreaterThan(1_000);
    expect(weight).toBeLessThan(budget);
    expect(await page.$eval('meta[name="referrer"]', (meta) => meta.getAttribute("content"))).toBe("no-referrer");
    const policy = await page.$eval(
      'meta[http-equiv="Content-Security-Policy"]',
      (meta) => meta.getAttribute("content") ?? "",
    );
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval'( 'sha256-[^']+')*;/);
    await page.browserContext().close();
  });

  test("is accessible in light and in dark, and fits 360 pixels", async () => {
    const page = await site.visit(path, (fresh) =>
      fresh.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]),
    );
    expect(await page.evaluate(() => document.documentElement.dataset["theme"])).toBe("dark");
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }]);
    await page.setViewport({ width: 360, height: 800 });
    await page.reload();
    expect(await page.evaluate(() => document.documentElement.dataset["theme"])).toBe("light");
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.browserContext().close();
  });
});
