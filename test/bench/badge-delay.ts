import type { Page } from "puppeteer";
import { day, hour, type Stage } from "../e2e/stage.ts";
import type { BrowserKind, TestBrowser } from "../support/browsers/launch.ts";
import { type Load, loadAndWatch, repeat } from "./badge-load.ts";
import { formatTable, ms, wrap } from "./format-table.ts";
import type { Figures, Measurement } from "./measurement.ts";
import { median, percentile } from "./statistics.ts";

/** Two sites with different badges: each load changes what the button shows. */
const sites = [
  { host: "fresh.example", ahead: 150 * day + hour / 2, badge: "150" },
  { host: "due.example", ahead: 20 * day + hour / 2, badge: "20" },
] as const;

const loads = { warmUp: 4, awake: 40, asleep: 12 } as const;

interface Series {
  readonly browser: string;
  readonly background: "awake" | "asleep";
  readonly loads: readonly Load[];
}

export const badgeDelay: Measurement = {
  name: "badge",
  title: "From the start of a navigation to the painted badge (ms)",
  run: async (openStage) => {
    const stage = await openStage();
    await stage.serve(
      await Promise.all(
        sites.map(async ({ host, ahead }) => ({
          host,
          certificate: await stage.certificate(host, { behind: 2 * day, ahead }),
        })),
      ),
    );
    const series = [...(await measure(stage, "chromium")), ...(await measure(stage, "firefox"))];
    return figuresOf(series);
  },
};

async function measure(stage: Stage, kind: BrowserKind): Promise<readonly Series[]> {
  const browser = await stage.browser(kind);
  try {
    const page = await browser.open();
    await repeat(loads.warmUp, (turn) => load(browser, page, turn));
    const awake = await repeat(loads.awake, (turn) => load(browser, page, turn));
    const asleep = await repeat(loads.asleep, async (turn) => {
      await browser.killBackground();
      return load(browser, page, turn);
    });
    return [
      { browser: browser.version, background: "awake", loads: awake },
      { browser: browser.version, background: "asleep", loads: asleep },
    ];
  } finally {
    await browser.close();
  }
}

function load(browser: TestBrowser, page: Page, turn: number): Promise<Load> {
  const { host, badge } = sites[turn % 2 === 0 ? 0 : 1];
  return loadAndWatch(browser, page, `https://${host}/`, badge);
}

function figuresOf(series: readonly Series[]): Figures {
  const rows = series.map(({ browser, background, loads: all }) => {
    const painted = all.map((one) => one.painted);
    const afterCommit = all.map((one) => one.painted - one.commit);
    return {
      browser,
      background,
      loads: all.length,
      headers: median(all.map((one) => one.headers)),
      commit: median(all.map((one) => one.commit)),
      badge: median(painted),
      badgeP95: percentile(painted, 95),
      afterCommit: median(afterCommit),
      afterCommitP95: percentile(afterCommit, 95),
      resolution: median(all.map((one) => one.resolution)),
    };
  });
  const head = ["browser", "background", "n", "headers", "commit", "badge", "p95", "after commit", "p95", "± seen"];
  const cells = rows.map((row) => [
    row.browser,
    row.background,
    String(row.loads),
    ...[row.headers, row.commit, row.badge, row.badgeP95, row.afterCommit, row.afterCommitP95, row.resolution].map(ms),
  ]);
  const note =
    "Medians. Start: the page's performance.timeOrigin. Commit: webNavigation's stamp. Badge: the browser's first answer with the new " +
    "text to an idle extension page that asks without pause from the commit on; it was painted at most “± seen” earlier. Asleep: the " +
    "background was stopped before the load. Two sites in turns in one tab, full TLS handshake each, loopback, headless.";
  return { lines: [...formatTable(head, cells), ...wrap(note)], json: { rows, loads: series } };
}
