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

interface End {
  readonly notAfter: number;
  readonly level: Level;
}

/** Counts sorted ends into the spans between sorted bounds; what lies before the first or after the last is left out. */
export function endsIn(bounds: readonly number[], ends: readonly End[]): readonly EndsIn[] {
  let next = 0;
  while (next < ends.length && (ends[next]?.notAfter ?? 0) < (bounds[0] ?? 0)) next++;
  return bounds.slice(1).map((until, index) => {
    const counts = noLevels();
    const first = next;
    for (; next < ends.length; next++) {
      const end = ends[next];
      if (end === undefined || end.notAfter >= until) break;
      counts[end.level]++;
    }
    return { from: bounds[index] ?? until, until, ending: next - first, levels: counts };
  });
}

const noLevels = (): Record<Level, number> => ({
  ok: 0,
  due: 0,
  urgent: 0,
  broken: 0,
  "not-yet-valid": 0,
  expired: 0,
  unknown: 0,
});
