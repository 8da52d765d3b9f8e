import type { Level } from "../verdict/verdict.ts";

/** A span of time, epoch milliseconds; `until` is the first moment that no longer belongs to it. */
export interface TimeRange {
  readonly from: number;
  readonly until: number;
}

export type LevelCounts = Readonly<Record<Level, number>>;

/** How many certificates end in a span of time, all together and by their level now. */
export interface EndsIn extends TimeRange {
  readonly ending: number;
  readonly levels: LevelCounts;
}

/** Counts ends into the spans between the bounds, which are in order; what lies before the first or after the last is left out. */
export function endsIn(
  bounds: readonly number[],
  ends: Iterable<{ readonly notAfter: number; readonly level: Level }>,
): readonly EndsIn[] {
  const spans = bounds
    .slice(1)
    .map((until, index) => ({ from: bounds[index] ?? until, until, ending: 0, levels: none() }));
  for (const { notAfter, level } of ends) {
    const span = spans[lastNotAfter(bounds, notAfter)];
    if (span === undefined) continue;
    span.ending++;
    span.levels[level]++;
  }
  return spans;
}

/** The index of the last bound that is not after the time; -1 where all are. */
function lastNotAfter(bounds: readonly number[], time: number): number {
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bounds[middle] ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const none = (): Record<Level, number> => ({
  ok: 0,
  due: 0,
  urgent: 0,
  broken: 0,
  "not-yet-valid": 0,
  expired: 0,
  unknown: 0,
});
