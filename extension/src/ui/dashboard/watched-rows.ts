import type { Result } from "../../../../shared/result.ts";
import type { Thresholds } from "../../../../shared/verdict/verdict.ts";
import { isSnoozed } from "../../../../shared/watch/edit-host.ts";
import {
  type HostRow,
  hostRow,
  type rowSummary,
  type SortKey,
  sortRows,
  rowSummary as summarize,
} from "../../../../shared/watch/host-table.ts";
import { verdictOf } from "../../../../shared/watch/host-verdict.ts";
import type { WatchedHost } from "../../../../shared/watch/watched-host.ts";
import type { HostBatch } from "../../store/host-batches.ts";
import type { StoreProblem } from "../../store/store-problem.ts";
import type { WatchNews } from "../../store/watch-news.ts";

/** Where the hosts come from: the store, piece by piece. */
export interface HostSource {
  count(): Promise<Result<number, StoreProblem>>;
  soonest(count: number): Promise<Result<readonly WatchedHost[], StoreProblem>>;
  batch(last: string | undefined, count: number): Promise<Result<HostBatch, StoreProblem>>;
  byId(ids: readonly string[]): Promise<Result<readonly WatchedHost[], StoreProblem>>;
}

/** The table as it is known so far; a new value for every change. */
export interface WatchedRowsState {
  /** In the order that was asked for. */
  readonly rows: readonly HostRow[];
  readonly summary: ReturnType<typeof rowSummary>;
  /** While the rest is read: how many there are; undefined: all are here. */
  readonly reading?: { readonly read: number; readonly total: number };
  /** What the store says, where it can be read no more; the rows are those from before. */
  readonly problem?: StoreProblem;
}

export interface WatchedRows {
  /** Reads the list, the soonest ends first. While it runs and after, `changed` is called with every new state. */
  load(): Promise<void>;
  /** Reads again what the news names; several in a row are read together. */
  hear(news: WatchNews): void;
  sortBy(key: SortKey, descending: boolean): void;
  /** Judges all rows again at `now` (epoch milliseconds) by these thresholds, in slices. */
  judgeAgain(now: number, thresholds: Thresholds): Promise<void>;
  find(id: string): HostRow | undefined;
}

/** Screens of the first rows. */
const firstRows = 60;
/** Hosts a task: read, checked and judged well within a frame or two. */
const batchSize = 400;
const sliceSize = 1000;
/** Checks come in by the second; the table follows a few times a second. */
const newsWait = 200;

interface Start {
  readonly now: number;
  readonly thresholds: Thresholds;
  readonly sort: SortKey;
  readonly descending: boolean;
}

/** A watch list of any length, in order and judged, kept up to date without a long task. */
export function createWatchedRows(
  source: HostSource,
  start: Start,
  changed: (state: WatchedRowsState) => void,
): WatchedRows {
  let { now, thresholds, sort, descending } = start;
  let rows = new Map<string, HostRow>();
  let order: readonly HostRow[] = [];
  let reading: WatchedRowsState["reading"];
  let problem: StoreProblem | undefined;
  /** Rises with every reading of the whole; an older one that still runs gives up. */
  let generation = 0;
  const named = new Set<string>();
  let waiting = false;

  const rowOf = (host: WatchedHost): HostRow => hostRow(host, now, thresholds);

  /** Sorts what is nearly sorted, which is quick. */
  const arrange = (): void => {
    const known = order.flatMap(({ host }) => rows.get(host.id) ?? []);
    const before = new Set(known.map(({ host }) => host.id));
    const added = known.length === rows.size ? [] : [...rows.values()].filter(({ host }) => !before.has(host.id));
    order = sortRows([...known, ...added], sort, descending);
  };

  const publish = (): void => {
    arrange();
    tell();
  };

  const tell = (): void =>
    changed({
      rows: order,
      summary: summarize(order),
      ...(reading !== undefined && { reading }),
      ...(problem !== undefined && { problem }),
    });

  const fail = (found: StoreProblem): void => {
    problem = found;
    reading = undefined;
    tell();
  };

  async function load(): Promise<void> {
    generation++;
    const own = generation;
    const isOld = (): boolean => own !== generation;
    const isFirst = rows.size === 0;
    if (isFirst) {
      const soonest = await source.soonest(firstRows);
      if (isOld()) return;
      if (!soonest.ok) return fail(soonest.problem);
      rows = new Map(soonest.value.map((host) => [host.id, rowOf(host)]));
    }
    const total = await source.count();
    if (isOld()) return;
    if (!total.ok) return fail(total.problem);
    problem = undefined;
    reading = { read: rows.size, total: total.value };
    if (isFirst) publish();

    const all = new Map<string, HostRow>();
    let last: string | undefined;
    do {
      const batch = await source.batch(last, batchSize);
      if (isOld()) return;
      if (!batch.ok) return fail(batch.problem);
      // Runs that are in order already leave the last sort little to do.
      for (const row of sortRows(batch.value.hosts.map(rowOf), sort, descending)) all.set(row.host.id, row);
      last = batch.value.last;
    } while (last !== undefined);
    await pause();
    if (isOld()) return;
    rows = all;
    reading = undefined;
    arrange();
    await pause();
    if (isOld()) return;
    tell();
    if (named.size > 0) await readNamed();
  }

  async function readNamed(): Promise<void> {
    waiting = false;
    // What is read just now may be older than the news: it is read again when the rest is here.
    if (reading !== undefined) return;
    const ids = [...named];
    named.clear();
    const own = generation;
    const found = await source.byId(ids);
    if (own !== generation) return;
    if (!found.ok) return fail(found.problem);
    for (const id of ids) rows.delete(id);
    for (const host of found.value) rows.set(host.id, rowOf(host));
    problem = undefined;
    publish();
  }

  function hear(news: WatchNews): void {
    if (news === "everything") {
      void load();
      return;
    }
    for (const id of news) named.add(id);
    if (waiting) return;
    waiting = true;
    setTimeout(() => void readNamed(), newsWait);
  }

  async function judgeAgain(at: number, limits: Thresholds): Promise<void> {
    now = at;
    thresholds = limits;
    const own = generation;
    for (const slice of slices([...rows.keys()], sliceSize)) {
      if (own !== generation) return;
      for (const id of slice) {
        const row = rows.get(id);
        if (row === undefined) continue;
        rows.set(id, { ...row, verdict: verdictOf(row.host, now, thresholds), snoozed: isSnoozed(row.host, now) });
      }
      await pause();
    }
    if (own === generation) publish();
  }

  return {
    load,
    hear,
    judgeAgain,
    sortBy: (key, down) => {
      sort = key;
      descending = down;
      publish();
    },
    find: (id) => rows.get(id),
  };
}

/** Lets the browser draw and answer its user. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function* slices<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += size) yield all.slice(from, from + size);
}
