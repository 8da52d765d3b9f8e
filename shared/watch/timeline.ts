import { type Level, levels, type Thresholds, type Verdict } from "../verdict/verdict.ts";
import { type Calendar, utcCalendar } from "./calendar.ts";
import { type EndsIn, endsIn, type TimeRange } from "./ends-in.ts";
import type { HostRow } from "./host-table.ts";
import { type LifetimeCap, lifetimeCaps } from "./lifetime-caps.ts";
import { dueAt } from "./renewal-moments.ts";

/** A certificate in the picture of the year; times are epoch milliseconds, cut to the picture where `cut` says so. */
export interface TimelineBar {
  /** The hosts that show this certificate, by id; the first is the one that `address` names. */
  readonly hosts: readonly string[];
  /** `www.example.com`, `mail.example.com:25`. */
  readonly address: string;
  readonly sha256?: string;
  /** The gravest among its hosts. */
  readonly level: Level;
  readonly verdict: Verdict;
  readonly from: number;
  readonly until: number;
  /** The renewal window: from the due moment to the end; both inside the picture. */
  readonly renewalFrom: number;
  readonly cut: { readonly start: boolean; readonly end: boolean };
}

/** More certificates than this are shown as numbers, not as bars. */
export const mostBars = 40;

type DatedCap = LifetimeCap & { readonly at: number };

/** The coming year with a month behind, in whole months: the one before `now`'s, its own, and the twelve after it. */
export interface Timeline extends TimeRange {
  readonly now: number;
  /** The certificates in the picture whose end comes first, soonest first, at most `mostBars`; and how many there are. */
  readonly bars: readonly TimelineBar[];
  readonly drawn: number;
  /** The dates in the picture from which certificates may last no longer than so many days, and those after it. */
  readonly caps: readonly DatedCap[];
  readonly laterCaps: readonly DatedCap[];
  /** Certificates that end in each month. */
  readonly months: readonly EndsIn[];
  /** The same in weeks that begin with today; the first is cut by the picture. */
  readonly weeks: readonly EndsIn[];
  /** Certificates that have ended within the picture, that ended before it, and that end after it. */
  readonly ended: number;
  readonly earlier: number;
  readonly later: number;
  /** Hosts whose certificate has no dates that can be drawn. */
  readonly undated: number;
}

/** A watched host that was judged. */
export type TimelineRow = Pick<HostRow, "host" | "verdict" | "address">;

interface Life {
  readonly first: TimelineRow;
  readonly ids: string[];
  readonly notBefore: number;
  readonly notAfter: number;
  renewalFrom: number;
  verdict: Verdict;
  level: Level;
}

const gravity = new Map(levels.map((level, index) => [level, index]));
const isGraver = (one: Level, other: Level): boolean => (gravity.get(one) ?? 0) > (gravity.get(other) ?? 0);

/** The picture of the year: one bar a certificate, however many hosts show it. Months and days begin as `calendar` says. */
export function timeline(
  rows: Iterable<TimelineRow>,
  now: number,
  thresholds: Thresholds,
  calendar: Calendar = utcCalendar,
): Timeline {
  const bounds = Array.from({ length: 15 }, (_, index) => calendar.monthStart(now, index - 1));
  const [from = now] = bounds;
  const until = bounds[14] ?? now;
  const { lives, undated } = livesOf(rows, thresholds);
  const caps = lifetimeCaps.map((cap) => ({ ...cap, at: Date.parse(cap.from) }));
  const soonest: Life[] = [];
  let drawn = 0;
  let ended = 0;
  let earlier = 0;
  let later = 0;
  for (const life of lives) {
    if (life.notAfter < from) earlier++;
    if (life.notAfter >= until) later++;
    if (life.notAfter < from || life.notBefore >= until) continue;
    drawn++;
    if (life.notAfter < now) ended++;
    keepSoonest(soonest, life);
  }
  return {
    now,
    from,
    until,
    bars: soonest.map((life) => barOf(life, { from, until })),
    drawn,
    caps: caps.filter(({ at }) => at >= from && at < until),
    laterCaps: caps.filter(({ at }) => at >= until),
    months: endsIn(bounds, lives),
    weeks: endsIn(weekBounds({ from, until }, now, calendar), lives),
    ended,
    earlier,
    later,
    undated,
  };
}

/** Keeps the list in order and short: of ten thousand lives nearly all are passed over by one comparison. */
function keepSoonest(soonest: Life[], life: Life): void {
  const last = soonest[mostBars - 1];
  if (last !== undefined && last.notAfter <= life.notAfter) return;
  const index = soonest.findIndex(({ notAfter }) => notAfter > life.notAfter);
  soonest.splice(index < 0 ? soonest.length : index, 0, life);
  if (soonest.length > mostBars) soonest.pop();
}

/** Each certificate once. */
function livesOf(
  rows: Iterable<TimelineRow>,
  thresholds: Thresholds,
): { readonly lives: Iterable<Life>; readonly undated: number } {
  const lives = new Map<string, Life>();
  let undated = 0;
  for (const row of rows) {
    const { host, verdict } = row;
    const { sha256, notBefore, notAfter } = host.lastSeen ?? {};
    if (notBefore === undefined || notAfter === undefined || notAfter < notBefore) {
      undated++;
      continue;
    }
    const key = sha256 ?? host.id;
    const renewalFrom = dueAt({ notBefore, notAfter }, host.thresholds ?? thresholds);
    const known = lives.get(key);
    if (known === undefined) {
      lives.set(key, { first: row, ids: [host.id], notBefore, notAfter, renewalFrom, verdict, level: verdict.level });
      continue;
    }
    known.ids.push(host.id);
    known.renewalFrom = Math.min(known.renewalFrom, renewalFrom);
    if (isGraver(verdict.level, known.level)) {
      known.verdict = verdict;
      known.level = verdict.level;
    }
  }
  return { lives: [...lives.values()], undated };
}

function barOf(
  { first: { host, address }, ids, notBefore, notAfter, renewalFrom, verdict }: Life,
  { from, until }: TimeRange,
): TimelineBar {
  const within = (time: number): number => Math.min(until, Math.max(from, time));
  const sha256 = host.lastSeen?.sha256;
  return {
    hosts: ids,
    address,
    ...(sha256 !== undefined && { sha256 }),
    level: verdict.level,
    verdict,
    from: within(notBefore),
    until: within(notAfter),
    renewalFrom: within(renewalFrom),
    cut: { start: notBefore < from, end: notAfter >= until },
  };
}

/** Weeks from today's beginning, forwards and backwards, as far as the picture goes. */
function weekBounds({ from, until }: TimeRange, now: number, { dayStart }: Calendar): readonly number[] {
  const bounds: number[] = [];
  const behind = Math.ceil((now - from) / (7 * 86_400_000)) + 1;
  for (let week = -behind; ; week++) {
    const at = dayStart(now, week * 7);
    if (at > from && at < until) bounds.push(at);
    if (at >= until) break;
  }
  return [from, ...bounds, until];
}
