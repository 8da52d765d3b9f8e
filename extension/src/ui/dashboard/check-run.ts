import { nextCheck } from "../../../../shared/watch/check-schedule.ts";
import type { WatchedHost } from "../../../../shared/watch/watched-host.ts";

/** Hosts that the user asked to be checked now. Their state is in the store: this only says which ones are meant. */
export interface CheckRun {
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly ids: readonly string[];
}

export interface CheckProgress {
  readonly total: number;
  readonly checked: number;
  readonly failed: number;
}

/** How far a run is. Hosts that were forgotten meanwhile count as done. */
export function progressOf({ ids, startedAt }: CheckRun, find: (id: string) => WatchedHost | undefined): CheckProgress {
  let checked = 0;
  let failed = 0;
  for (const id of ids) {
    const host = find(id);
    if (host !== undefined && isWaiting(host, startedAt)) continue;
    checked++;
    if (host?.lastCheck?.outcome === "failed") failed++;
  }
  return { total: ids.length, checked, failed };
}

export const isWaiting = ({ lastCheck }: WatchedHost, startedAt: number): boolean =>
  lastCheck === undefined || lastCheck.at < startedAt;

/** The host back at its usual time, if its turn in the run has not come. `now` is epoch milliseconds. */
export const backToSchedule = (host: WatchedHost, { startedAt }: CheckRun, now: number): WatchedHost =>
  isWaiting(host, startedAt) && host.nextCheckAt <= now ? { ...host, nextCheckAt: nextCheck(host, now) } : host;

/** Reads a run that was kept as JSON by a page before its reload; undefined where there was none. */
export function readRun(kept: string | null): CheckRun | undefined {
  if (kept === null) return undefined;
  const run: unknown = JSON.parse(kept);
  const { startedAt, ids }: { startedAt?: unknown; ids?: unknown } = typeof run === "object" && run !== null ? run : {};
  return typeof startedAt === "number" && Array.isArray(ids) && ids.every((id) => typeof id === "string")
    ? { startedAt, ids }
    : undefined;
}
