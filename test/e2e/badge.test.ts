import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { levelColours } from "../../shared/verdict/badge.ts";
import type { Level } from "../../shared/verdict/verdict.ts";
import type { TestBrowser } from "../support/browsers/launch.ts";
import { day, hour, type Life, type Stage, setStage } from "./stage.ts";

/** A site, what its certificate is like, and what the button must show in both browsers. */
interface Case {
  readonly host: string;
  readonly life: Life;
  readonly text: string;
  readonly level: Level;
  readonly title: RegExp;
  readonly selfSigned?: true;
  readonly names?: readonly string[];
}

/** Half an hour more than a round figure, so that the figure holds while the tests run. */
const margin = hour / 2;

const trusted: readonly Case[] = [
  {
    host: "years.example",
    life: { behind: day, ahead: 1000 * day + margin },
    text: "2y",
    level: "ok",
    title: /2 years left, until/,
  },
  {
    host: "fresh.example",
    life: { behind: 20 * day, ahead: 150 * day + margin },
    text: "150",
    level: "ok",
    title: /^fresh\.example: 150 days left, until .*\d\.$/,
  },
  {
    host: "due.example",
    life: { behind: 180 * day, ahead: 20 * day + margin },
    text: "20",
    level: "due",
    title: /20 days left, until .* Renewal is due\.$/,
  },
  {
    host: "short.example",
    life: { behind: 4 * day, ahead: 2 * day - margin },
    text: "47h",
    level: "due",
    title: /47 hours left/,
  },
  {
    host: "urgent.example",
    life: { behind: 195 * day, ahead: 4 * day + margin },
    text: "4",
    level: "urgent",
    title: /4 days left, until .* Renewal is urgent\.$/,
  },
  {
    host: "hours.example",
    life: { behind: 199 * day, ahead: 5 * hour + margin },
    text: "5h",
    level: "urgent",
    title: /5 hours left/,
  },
  {
    host: "minutes.example",
    life: { behind: 199 * day, ahead: margin },
    text: "<1h",
    level: "urgent",
    title: /minutes left/,
  },
];

/** What the browsers refuse to open, as they tell it without dates. */
const refused: readonly Case[] = [
  {
    host: "expired.example",
    life: { behind: 200 * day, ahead: -3 * day },
    text: "!",
    level: "expired",
    title: /expired or is not valid yet/,
  },
  {
    host: "future.example",
    life: { behind: -2 * day, ahead: 100 * day },
    text: "!",
    level: "expired",
    title: /expired or is not valid yet/,
  },
  {
    host: "self.example",
    life: { behind: day, ahead: 100 * day },
    selfSigned: true,
    text: "!",
    level: "broken",
    title: /does not trust/,
  },
  {
    host: "name.example",
    life: { behind: day, ahead: 100 * day },
    names: ["other.example"],
    text: "!",
    level: "broken",
    title: /not for name\.example/,
  },
];

/** The same sites after the user went past the warning: now the dates are known. */
const overridden: readonly Case[] = [
  {
    host: "expired.example",
    life: { behind: 0, ahead: 0 },
    text: "!",
    level: "expired",
    title: /expired 3 days ago, on/,
  },
  {
    host: "future.example",
    life: { behind: 0, ahead: 0 },
    text: "!",
    level: "not-yet-valid",
    title: /not valid before/,
  },
  {
    host: "self.example",
    life: { behind: 0, ahead: 0 },
    text: "99!",
    level: "broken",
    title: /99 days left, until .* signed by itself/,
  },
  { host: "name.example", life: { behind: 0, ahead: 0 }, text: "99!", level: "broken", title: /not for name\.example/ },
];

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
  const wishes = await Promise.all(
    [...trusted, ...refused].map(async ({ host, life, selfSigned, names = [host] }) => {
      const wish = { names, notBefore: Date.now() - life.behind, notAfter: Date.now() + life.ahead };
      return {
        host,
        certificate: selfSigned ? await stage.authority.selfSign(wish) : await stage.authority.issue(wish),
      };
    }),
  );
  const [reset] = await stage.serve([
    { host: "reset.example", certificate: await stage.certificate("reset.example", { behind: 0, ahead: day }) },
    ...wishes,
  ]);
  reset?.answer("reset");
});
afterAll(() => stage.close());

async function check(browser: TestBrowser, { host, text, level, title }: Case): Promise<void> {
  const page = await browser.open(`https://${host}/`);
  const colour = levelColours[level];
  await browser.badgeOnce(page, (one) => one.text === text && title.test(one.title) && one.colour === colour);
  await page.close();
}

describe.each(["chromium", "firefox"] as const)("the badge in %s", (kind) => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await stage.browser(kind);
  });
  afterAll(() => browser.close());

  it.each(trusted)("$host is $text", (one) => check(browser, one));
  it.each(refused)("$host is refused: $text", (one) => check(browser, one));

  it("is ? where the connection is reset", async () => {
    const page = await browser.open("https://reset.example/");
    await browser.badgeOnce(page, (one) => one.text === "?" && one.colour === levelColours.unknown);
    await page.close();
  });

  it("is empty where there is no https", async () => {
    const page = await browser.open("https://due.example/");
    await browser.badgeOnce(page, (one) => one.text === "20");
    await browser.go(page, "about:blank");
    const badge = await browser.badgeOnce(page, (one) => one.text === "");
    expect(badge.title).toMatch(/^NotAfter/);
    await page.close();
  });
});

describe.each(["chromium", "firefox"] as const)("the badge in %s past a warning", (kind) => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await stage.browser(kind, { acceptErrors: true });
  });
  afterAll(() => browser.close());

  it.each(overridden)("$host is $text", (one) => check(browser, one));
});

describe("the badge in a Chromium as it is installed, without its flag", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await stage.browser("chromium", { securityInfoFlag: false });
  });
  afterAll(() => browser.close());

  it("is ? on a site that works, never a word of insecurity", async () => {
    const page = await browser.open("https://fresh.example/");
    const badge = await browser.badgeOnce(page, (one) => one.text === "?" && one.colour === levelColours.unknown);
    expect(badge.title).toMatch(/not been seen/);
    await page.close();
  });

  it.each(refused)("$host is refused: $text", (one) => check(browser, one));
});
