import { day, hour } from "../e2e/stage.ts";
import { hostPrograms } from "../support/native-host/host-programs.ts";
import { type Load, loadAndWatch, repeat } from "./badge-load.ts";
import { formatTable, ms, wrap } from "./format-table.ts";
import { forgetVisits, stopHost, switchHostOn } from "./host-in-browser.ts";
import type { Figures, Measurement } from "./measurement.ts";
import { median, percentile } from "./statistics.ts";

/** The host is outside the browser and its mapping of names: two ports of a name that every program finds. */
const host = "localhost";
const badges = ["150", "20"] as const;
const loads = { warmUp: 4, running: 30, starting: 20, asleep: 20 } as const;
/** Milliseconds from the commit to the badge, as a median. */
const limit = 150;

interface Series {
  readonly background: "awake" | "asleep";
  readonly host: "running" | "not running";
  readonly loads: readonly Load[];
}

export const badgeThroughHost: Measurement = {
  name: "host",
  title: `From the commit to the badge on a Chromium without flags, through the native host (ms; limit ${limit})`,
  run: async (openStage) => {
    const stage = await openStage();
    const [, ...sites] = await stage.serve([
      { host: "shared.example", certificate: await stage.certificate("shared.example", { behind: day, ahead: day }) },
      ...(await Promise.all(
        badges.map(async (days) => ({
          host,
          port: 0,
          certificate: await stage.certificate(host, { behind: 2 * day, ahead: Number(days) * day + hour / 2 }),
        })),
      )),
    ]);
    const programs = await hostPrograms(stage.authority.rootPem);
    try {
      const browser = await stage.browser("chromium", { securityInfoFlag: false, nativeHost: programs.real });
      await switchHostOn(browser);
      const page = await browser.open();
      const load = (turn: number) => {
        const which = turn % 2 === 0 ? 0 : 1;
        return loadAndWatch(browser, page, `${sites[which]?.direct}/`, badges[which]);
      };
      const withHost = async (turn: number) => {
        await forgetVisits(browser);
        return load(turn);
      };
      await repeat(loads.warmUp, withHost);
      const running = await repeat(loads.running, withHost);
      const starting = await repeat(loads.starting, async (turn) => {
        await stopHost(browser, programs);
        return withHost(turn);
      });
      const asleep = await repeat(loads.asleep, async (turn) => {
        await forgetVisits(browser);
        await stopHost(browser, programs);
        return load(turn);
      });
      return figuresOf(browser.version, [
        { background: "awake", host: "running", loads: running },
        { background: "awake", host: "not running", loads: starting },
        { background: "asleep", host: "not running", loads: asleep },
      ]);
    } finally {
      await programs.remove();
    }
  },
};

function figuresOf(browser: string, series: readonly Series[]): Figures {
  const rows = series.map(({ background, host: program, loads: all }) => {
    const afterCommit = all.map((one) => one.painted - one.commit);
    return {
      background,
      host: program,
      loads: all.length,
      commit: median(all.map((one) => one.commit)),
      afterCommit: median(afterCommit),
      afterCommitP95: percentile(afterCommit, 95),
      resolution: median(all.map((one) => one.resolution)),
      limit,
    };
  });
  const head = ["background", "host", "n", "commit", "after commit", "p95", "± seen", "limit"];
  const cells = rows.map((row) => [
    row.background,
    row.host,
    String(row.loads),
    ...[row.commit, row.afterCommit, row.afterCommitP95, row.resolution].map(ms),
    `${limit} ${row.afterCommit <= limit ? "kept" : "missed"}`,
  ]);
  const note =
    `Medians in ${browser}; “after commit” is held against the limit. Every load asks the host, which makes its own handshake: ` +
    "what was seen before is forgotten. Running is what a reader who goes from page to page meets; not running, the first page " +
    "after a rest, when Node starts. Seen and counted as in [badge].";
  return { lines: [...formatTable(head, cells), ...wrap(note)], json: { browser, rows, loads: series } };
}
