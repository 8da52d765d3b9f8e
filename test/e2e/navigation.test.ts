import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestBrowser } from "../support/browsers/launch.ts";
import { page as plainPage, redirectTo, serviceWorkerPages } from "../support/sites/answer.ts";
import type { Site } from "../support/sites/sites.ts";
import { until } from "../support/until.ts";
import { day, hour, type Stage, setStage } from "./stage.ts";

const margin = hour / 2;

/** Runs what makes the page go away; its context may end before the answer comes. */
async function leave(page: Page, go: () => void): Promise<void> {
  await page.evaluate(`setTimeout(${go.toString()})`);
}

let stage: Stage;
let sites: Readonly<Record<string, Site>>;

beforeAll(async () => {
  stage = await setStage();
  const lasting = (host: string, days: number) =>
    stage.certificate(host, { behind: 200 * day - days * day, ahead: days * day + margin });
  const [from, to, worker, main, other, renewed] = await stage.serve([
    {
      host: "from.example",
      certificate: await lasting("from.example", 150),
      pages: { "/": plainPage("from", ""), "/go": redirectTo("https://to.example/landed") },
    },
    { host: "to.example", certificate: await lasting("to.example", 60) },
    { host: "worker.example", certificate: await lasting("worker.example", 77), pages: serviceWorkerPages },
    { host: "ports.example", certificate: await lasting("ports.example", 140) },
    { host: "ports.example", certificate: await lasting("ports.example", 9), port: 0 },
    { host: "renewed.example", certificate: await lasting("renewed.example", 12) },
  ]);
  if (!from || !to || !worker || !main || !other || !renewed) throw new Error("A site did not start.");
  sites = { from, to, worker, main, other, renewed };
});
afterAll(() => stage.close());

const site = (name: string): Site => {
  const found = sites[name];
  if (found === undefined) throw new Error(`No site ${name}.`);
  return found;
};

describe.each(["chromium", "firefox"] as const)("the badge in %s follows the tab", (kind) => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await stage.browser(kind);
  });
  afterAll(() => browser.close());

  it("through a redirect to where it ends", async () => {
    const page = await browser.open(`${site("from").origin}/go`);
    const badge = await browser.badgeOnce(page, ({ text }) => text === "60");
    expect(badge.title).toMatch(/^to\.example: 60 days/);
    await page.close();
  });

  it("back and forward, where no request is made", async () => {
    const page = await browser.open(`${site("from").origin}/`);
    await browser.badgeOnce(page, ({ text }) => text === "150");
    await browser.go(page, `${site("to").origin}/`);
    await browser.badgeOnce(page, ({ text }) => text === "60");
    const asked = site("from").requests().length;
    await leave(page, () => history.back());
    const badge = await browser.badgeOnce(page, ({ text }) => text === "150");
    expect(badge.title).toMatch(/^from\.example:/);
    expect(site("from").requests().length).toBe(asked);
    await leave(page, () => history.forward());
    await browser.badgeOnce(page, ({ text }) => text === "60");
    await page.close();
  });

  it("on a page that a service worker answers", async () => {
    const page = await browser.open(`${site("worker").origin}/`);
    await page.waitForFunction(() => document.documentElement.dataset["worker"] === "ready");
    await browser.badgeOnce(page, ({ text }) => text === "77");
    await browser.go(page, `${site("worker").origin}/from-worker`);
    expect(await page.title()).toBe("from the worker");
    await browser.badgeOnce(page, ({ text, title }) => text === "77" && title.startsWith("worker.example:"));
    expect(
      site("worker")
        .requests()
        .some(({ path }) => path === "/from-worker"),
    ).toBe(false);
    await page.close();
  });

  it("with two ports of one host kept apart", async () => {
    const [one, other] = [
      await browser.open(`${site("main").origin}/`),
      await browser.open(`${site("other").direct}/`),
    ];
    await browser.badgeOnce(one, ({ text }) => text === "140");
    const badge = await browser.badgeOnce(other, ({ text }) => text === "9");
    expect(badge.title).toContain(`ports.example:${site("other").port}: 9 days left`);
    expect((await browser.badge(one)).text).toBe("140");
    await one.close();
    await other.close();
  });

  it("with the background stopped in the middle", async () => {
    const page = await browser.open(`${site("from").origin}/`);
    await browser.badgeOnce(page, ({ text }) => text === "150");
    await browser.killBackground();
    await browser.go(page, `${site("to").origin}/`);
    await browser.badgeOnce(page, ({ text }) => text === "60");
    await browser.killBackground();
    // Nothing is requested here: what was seen before the stop has to be found again.
    await leave(page, () => history.back());
    await browser.badgeOnce(page, ({ text }) => text === "150");
    await page.close();
  });

  it("when the certificate is renewed under the same origin", async () => {
    const page = await browser.open(`${site("renewed").origin}/`);
    await browser.badgeOnce(page, ({ text }) => text === "12");
    site("renewed").present(await stage.certificate("renewed.example", { behind: hour, ahead: 199 * day + margin }));
    await browser.go(page, `${site("renewed").origin}/again`);
    await browser.badgeOnce(page, ({ text }) => text === "199");
    site("renewed").present(
      await stage.certificate("renewed.example", { behind: 188 * day, ahead: 12 * day + margin }),
    );
    await page.close();
  });

  it("and takes back what it showed when the next page is none of its business", async () => {
    const page = await browser.open(`${site("to").origin}/`);
    await browser.badgeOnce(page, ({ text }) => text === "60");
    await browser.go(page, "about:blank");
    await browser.badgeOnce(page, ({ text }) => text === "");
    await page.close();
  });

  it("keeps only the session's memory of visits", async () => {
    const page = await browser.open(`${site("to").origin}/`);
    await browser.badgeOnce(page, ({ text }) => text === "60");
    const stored = await until("the observation", async () => {
      const all = await browser.storage();
      return Object.keys(all.session).some((key) => key.includes("to.example")) ? all : undefined;
    });
    expect(JSON.stringify([stored.local, stored.sync, stored.databases])).not.toContain("to.example");
    await page.close();
  });
});
