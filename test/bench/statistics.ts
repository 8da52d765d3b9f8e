/** The middle of some figures: a single slow run does not move it. NaN of none. */
export function median(figures: readonly number[]): number {
  return percentile(figures, 50);
}

/**
 * The figure below which so many per cent lie, between two ranks in proportion (Hyndman and Fan's seventh, the one of
 * spreadsheets). NaN of none.
 */
export function percentile(figures: readonly number[], percent: number): number {
  const sorted = [...figures].sort((one, other) => one - other);
  const rank = (percent / 100) * (sorted.length - 1);
  const [low = Number.NaN, high = low] = [sorted[Math.floor(rank)], sorted[Math.ceil(rank)]];
  return low + (high - low) * (rank - Math.floor(rank));
}

/** The median distance from the median: a spread that outliers do not stretch. */
export function medianDeviation(figures: readonly number[]): number {
  const middle = median(figures);
  return median(figures.map((figure) => Math.abs(figure - middle)));
}

export interface Interval {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The median with its 95 % interval. An interval around a difference that holds zero says that nothing was seen above
 * the noise.
 * @param random numbers from 0 to below 1
 */
export function medianInterval(figures: readonly number[], random: () => number): Interval {
  return { median: median(figures), ...bootstrap(() => median(drawnAgain(figures, random))) };
}

/** The ratio of two medians with its 95 % interval. An interval that holds 1 says that no difference was seen. */
export function ratioOfMedians(above: readonly number[], below: readonly number[], random: () => number): Interval {
  const again = () => median(drawnAgain(above, random)) / median(drawnAgain(below, random));
  return { median: median(above) / median(below), ...bootstrap(again) };
}

/** The percentile bootstrap (Efron 1979): the middle 95 % of what such figures, drawn again, would say. */
function bootstrap(again: () => number): { readonly low: number; readonly high: number } {
  const told = Array.from({ length: 2000 }, again);
  return { low: percentile(told, 2.5), high: percentile(told, 97.5) };
}

const drawnAgain = (figures: readonly number[], random: () => number): readonly number[] =>
  figures.map(() => figures[Math.floor(random() * figures.length)] ?? Number.NaN);

/** Numbers from 0 to below 1 that are the same in every run (mulberry32 by T. Ettinger): intervals can be recomputed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
