import { stableShare } from "./stable-hash.ts";
import type { WatchedHost } from "./watched-host.ts";

export const dailyCheck = 86_400_000;
export const mostAtOnce = 4;
/** The wait after the first failure; each further one doubles it, up to the ordinary interval. */
export const firstRetry = 5 * 60_000;

type Schedule = Pick<WatchedHost, "id" | "failures">;

/**
 * When to check a host again (epoch milliseconds), just after a check at `now`. Every host has its own moment in the
 * interval, so that a long list is spread evenly and stays so after a sleep; after failures the wait doubles from
 * `firstRetry`, a tenth more or less by host, and ends up daily like all others.
 */
export function nextCheck({ id, failures }: Schedule, now: number, interval = dailyCheck): number {
  const share = stableShare(id);
  const backOff = firstRetry * 2 ** Math.min(failures - 1, 30) * (0.9 + share / 5);
  if (failures > 0 && backOff < interval) return Math.round(now + backOff);
  // The host's moment that is nearest to one interval from now: between half of it and one and a half.
  const moment = share * interval;
  const rounds = Math.ceil((now + interval / 2 - moment) / interval);
  return Math.round(rounds * interval + moment);
}

type Scheduled = Pick<WatchedHost, "id" | "nextCheckAt" | "lastCheck">;

/** What makes a host due, for lists that are too long to be gone through: each of these alone does. */
export interface DueLimits {
  /** Its check is planned for this moment (epoch milliseconds) or an earlier one. */
  readonly plannedUntil: number;
  /** A check that is planned for later than any schedule does, or was made after this: a wrong clock's. */
  readonly plannedAfter: number;
  readonly checkedAfter: number;
}

export const dueLimits = (now: number, interval = dailyCheck): DueLimits => ({
  plannedUntil: now,
  plannedAfter: now + 1.6 * interval,
  checkedAfter: now + interval,
});

const isDue = ({ nextCheckAt, lastCheck }: Scheduled, now: number, interval: number): boolean => {
  const { plannedUntil, plannedAfter, checkedAfter } = dueLimits(now, interval);
  return (
    nextCheckAt <= plannedUntil ||
    nextCheckAt > plannedAfter ||
    (lastCheck !== undefined && lastCheck.at > checkedAfter)
  );
};

/**
 * The hosts whose check is to begin now, longest overdue first; with those in `running` never more than `atOnce`. After a
 * sleep all that was missed is due, and comes through this gate four by four.
 */
export function dueChecks<H extends Scheduled>(
  hosts: Iterable<H>,
  now: number,
  running: ReadonlySet<string>,
  { interval = dailyCheck, atOnce = mostAtOnce }: { readonly interval?: number; readonly atOnce?: number } = {},
): readonly H[] {
  const room = atOnce - running.size;
  if (room <= 0) return [];
  const due = [...hosts].filter((host) => !running.has(host.id) && isDue(host, now, interval));
  return due.sort((one, other) => one.nextCheckAt - other.nextCheckAt || (one.id < other.id ? -1 : 1)).slice(0, room);
}

/** When the alarm has to ring next (epoch milliseconds), undefined where nothing is watched. Never before `now`. */
export function nextWake(hosts: Iterable<Scheduled>, now: number, interval = dailyCheck): number | undefined {
  let soonest: number | undefined;
  for (const host of hosts) {
    const at = isDue(host, now, interval) ? now : host.nextCheckAt;
    if (soonest === undefined || at < soonest) soonest = at;
  }
  return soonest;
}
