import { day } from "../verdict/judge-dates.ts";
import type { Level, Thresholds } from "../verdict/verdict.ts";
import { verdictOf } from "./host-verdict.ts";
import { type LifetimeCap, lifetimeCaps } from "./lifetime-caps.ts";
import { dueAt } from "./renewal-moments.ts";
import type { WatchedHost } from "./watched-host.ts";

/** A certificate in the picture of the year; times are epoch milliseconds, cut to the year where `cut` says so. */
export interface TimelineBar {
  /** The hosts that show this certificate, by id. */
  readonly hosts: readonly string[];
  readonly sha256?: string;
  readonly level: Level;
  readonly from: number;
  readonly until: number;
  /** The renewal window: from the due moment to the end; both inside the year. */
  readonly renewalFrom: number;
  readonly cut: { readonly start: boolean; readonly end: boolean };
}

export interface Timeline {
  readonly from: number;
  readonly until: number;
  /** Soonest end first. */
  readonly bars: readonly TimelineBar[];
  /** The dates in the year from which certificates may last no longer than so many days. */
  readonly caps: readonly (LifetimeCap & { readonly at: number })[];
  /** Certificates that end in each of the year's months (UTC), the month `now` lies in first. */
  readonly months: readonly { readonly at: number; readonly ending: number }[];
}

const before = 30 * day;
const after = 365 * day;

/** The coming year's picture, with a month behind: one bar a certificate, the ones that ended longer ago left out. */
export function timeline(hosts: Iterable<WatchedHost>, now: number, thresholds: Thresholds): Timeline {
  const from = now - before;
  const until = now + after;
  const bars = new Map<string, { bar: TimelineBar; ids: string[]; notAfter: number }>();
  for (const host of hosts) {
    const { sha256, notBefore, notAfter } = host.lastSeen ?? {};
    if (notBefore === undefined || notAfter === undefined || notAfter < from || notBefore > until) continue;
    if (notAfter < notBefore) continue;
    const key = sha256 ?? host.id;
    const known = bars.get(key);
    if (known) {
      known.ids.push(host.id);
      continue;
    }
    const within = (time: number): number => Math.min(until, Math.max(from, time));
    const ids = [host.id];
    const bar: TimelineBar = {
      hosts: ids,
      ...(sha256 !== undefined && { sha256 }),
      level: verdictOf(host, now, thresholds).level,
      from: within(notBefore),
      until: within(notAfter),
      renewalFrom: within(dueAt({ notBefore, notAfter }, host.thresholds ?? thresholds)),
      cut: { start: notBefore < from, end: notAfter > until },
    };
    bars.set(key, { bar, ids, notAfter });
  }
  const sorted = [...bars.values()].sort((one, other) => one.notAfter - other.notAfter);
  return {
    from,
    until,
    bars: sorted.map(({ bar }) => bar),
    caps: lifetimeCaps
      .map((cap) => ({ ...cap, at: Date.parse(cap.from) }))
      .filter(({ at }) => at >= from && at <= until),
    months: monthsOf(
      now,
      sorted.map(({ notAfter }) => notAfter),
    ),
  };
}

function monthsOf(now: number, ends: readonly number[]): Timeline["months"] {
  const first = new Date(now);
  const monthStart = (offset: number): number => Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + offset, 1);
  return Array.from({ length: 13 }, (_, index) => {
    const at = monthStart(index);
    return { at, ending: ends.filter((end) => end >= at && end < monthStart(index + 1)).length };
  });
}
