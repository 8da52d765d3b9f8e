import type { Page } from "puppeteer";
import type { Stage } from "../e2e/stage.ts";
import { seedHosts } from "../e2e/watch-list.ts";
import type { BrowserKind, TestBrowser } from "../support/browsers/launch.ts";
import { until } from "../support/until.ts";
import { manyHosts } from "../unit/shared/watch/watched-hosts.ts";
import {
  drawPlainTable,
  endWatch,
  paintedMarks,
  type Smoothness,
  scrollThrough,
  startWatch,
} from "./dashboard-page.ts";
import { formatTable, ms, wrap } from "./format-table.ts";
import type { Figures, Measurement } from "./measurement.ts";
import { median, percentile } from "./statistics.ts";

const hosts = 10_000;
const loads = { warmUp: 1, measured: 9 } as const;
/** What issue and design allow. */
const limits = { firstRows: 300, task: 50 } as const;
/** A quick turn of the wheel: sixty rows a frame, so that the whole list passes in a few seconds. */
const pixelsAFrame = 3_400;
const typed = "team 3 jorg www12";

interface Series {
  readonly browser: string;
  readonly table: "ours" | "plain";
  /** Milliseconds to the first rows on the screen, and to all. */
  readonly first: readonly number[];
  readonly all: readonly number[];
  readonly loading: readonly Smoothness[];
  readonly scrolling: Smoothness;
  readonly typing: Smoothness;
}

export const dashboard: Measurement = {
  name: "dashboard",
  title: `The dashboard with ${hosts.toLocaleString("en")} hosts (ms)`,
  run: async (openStage) => {
    const stage = await openStage();
    return figuresOf([...(await measure(stage, "chromium")), ...(await measure(stage, "firefox"))]);
  },
};

async function measure(stage: Stage, kind: BrowserKind): Promise<readonly Series[]> {
  const browser = await stage.browser(kind);
  try {
    await seedHosts(browser, manyHosts(hosts));
    return [await measureOurs(browser), await measurePlain(browser)];
  } finally {
    await browser.close();
  }
}

async function measureOurs(browser: TestBrowser): Promise<Series> {
  const first: number[] = [];
  const all: number[] = [];
  const loading: Smoothness[] = [];
  for (let turn = -loads.warmUp; turn < loads.measured; turn += 1) {
    const page = await browser.extensionPage("tabs/dashboard.html");
    const marks = await until("all rows", () => page.evaluate(paintedMarks));
    await page.evaluate(startWatch, true);
    const smoothness = await page.evaluate(endWatch);
    await page.close();
    if (turn < 0) continue;
    first.push(marks.first);
    all.push(marks.all);
    loading.push(smoothness);
  }
  const page = await browser.extensionPage("tabs/dashboard.html");
  await until("all rows", () => page.evaluate(paintedMarks));
  const used = await use(page);
  await page.close();
  return { browser: browser.version, table: "ours", first, all, loading, ...used };
}

async function measurePlain(browser: TestBrowser): Promise<Series> {
  const page = await browser.extensionPage("manifest.json");
  await page.evaluate(startWatch, false);
  const painted = await page.evaluate(drawPlainTable);
  const loading = await page.evaluate(endWatch);
  const used = await use(page);
  await page.close();
  return { browser: browser.version, table: "plain", first: [painted], all: [painted], loading: [loading], ...used };
}

/** Scrolls from the top to the bottom, then searches letter by letter as a hand types. */
async function use(page: Page): Promise<Pick<Series, "scrolling" | "typing">> {
  await page.bringToFront();
  await page.setViewport({ width: 1280, height: 900 });
  await page.evaluate(startWatch, false);
  await page.evaluate(scrollThrough, pixelsAFrame);
  const scrolling = await page.evaluate(endWatch);
  await page.focus("#host-search");
  await page.evaluate(startWatch, false);
  await page.keyboard.type(typed, { delay: 60 });
  const typing = await page.evaluate(endWatch);
  return { scrolling, typing };
}

const longest = ({ longTasks }: Smoothness): string =>
  longTasks === undefined ? "–" : longTasks.length === 0 ? `<${limits.task}` : Math.max(...longTasks).toFixed(0);

function figuresOf(series: readonly Series[]): Figures {
  const head = ["browser", "table", "first rows", "p95", "all rows", "load", "scroll", "gap", "type", "gap"];
  const cells = series.map(({ browser, table, first, all, loading, scrolling, typing }) => [
    browser,
    table,
    ms(median(first)),
    ms(percentile(first, 95)),
    ms(median(all)),
    longest({ ...scrolling, longTasks: all.length > 0 ? joined(loading) : undefined }),
    longest(scrolling),
    ms(scrolling.longestGap),
    longest(typing),
    ms(typing.longestGap),
  ]);
  const limit = ["limit", "", `${limits.firstRows}`, "", "", ...Array(5).fill(`${limits.task}`)];
  const note =
    `First rows and all rows: medians of ${loads.measured} navigations in new tabs to the frame that shows them (a mark just after it). ` +
    "Load, scroll, type: the longest task (Long Tasks API, Chromium alone); gap: the longest time between two frames, which at 60 frames " +
    `a second is 17 at best. Scrolling passes all rows at ${pixelsAFrame} pixels a frame; typing is “${typed}” by the keyboard. Plain: ` +
    "the same hosts out of the same store in a table that has every row, once, without the time to load a page.";
  return { lines: [...formatTable(head, [...cells, limit]), ...wrap(note)], json: { series, limits } };
}

const joined = (all: readonly Smoothness[]): readonly number[] | undefined =>
  all.some(({ longTasks }) => longTasks === undefined) ? undefined : all.flatMap(({ longTasks }) => longTasks ?? []);
