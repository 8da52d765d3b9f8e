import type { Result } from "../../../shared/result.ts";
import { dueLimits } from "../../../shared/watch/check-schedule.ts";
import type { WatchedHost } from "../../../shared/watch/watched-host.ts";
import type { Database } from "./database.ts";
import type { StoreProblem } from "./store-problem.ts";
import { read } from "./transact.ts";
import { readHosts } from "./watch-list.ts";

/**
 * The hosts whose check is to begin at `now` as `dueChecks` finds them, at most `count`: overdue ones first, the longest
 * before the others, then those that a wrong clock planned. Reads no more than these, however long the list is.
 */
export const dueHosts = (
  database: Database,
  now: number,
  count: number,
): Promise<Result<readonly WatchedHost[], StoreProblem>> => read(() => readDue(database, now, count));

async function readDue(database: Database, now: number, count: number): Promise<readonly WatchedHost[]> {
  const { plannedUntil, plannedAfter, checkedAfter } = dueLimits(now);
  const found = new Map<string, WatchedHost>();
  for (const hosts of [
    inOrder(database, "nextCheckAt", IDBKeyRange.upperBound(plannedUntil)),
    inOrder(database, "nextCheckAt", IDBKeyRange.lowerBound(plannedAfter, true)),
    inOrder(database, "checkedAt", IDBKeyRange.lowerBound(checkedAfter, true)),
  ])
    for await (const host of hosts) {
      if (found.size >= count) return [...found.values()];
      found.set(host.id, host);
    }
  return [...found.values()];
}

/** Hosts one by one in the order of an index: what cannot be read must not take the place of what can. */
async function* inOrder(
  database: Database,
  index: "nextCheckAt" | "checkedAt",
  range: IDBKeyRange,
): AsyncGenerator<WatchedHost> {
  let cursor = await database.transaction("hosts").store.index(index).openCursor(range);
  while (cursor) {
    yield* readHosts([cursor.value]);
    cursor = await cursor.continue();
  }
}

/** When the next check is to begin (epoch milliseconds, never before `now`), as `nextWake` says; undefined where nothing is watched. */
export const nextCheckTime = (
  database: Database,
  now = Date.now(),
): Promise<Result<number | undefined, StoreProblem>> =>
  read(async () => {
    const due = await readDue(database, now, 1);
    if (due.length > 0) return now;
    for await (const { nextCheckAt } of inOrder(database, "nextCheckAt", IDBKeyRange.lowerBound(now, true)))
      return nextCheckAt;
    return undefined;
  });
