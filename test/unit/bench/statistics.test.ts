import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  median,
  medianDeviation,
  medianInterval,
  percentile,
  ratioOfMedians,
  seededRandom,
} from "../../bench/statistics.ts";

const figures = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 });

describe("median", () => {
  it.each([
    [[3], 3],
    [[4, 1], 2.5],
    [[9, 1, 5], 5],
    [[1000, 2, 1, 3], 2.5],
  ])("of %j is %d", (of, is) => {
    expect(median(of)).toBe(is);
  });

  it("of nothing is not a number", () => {
    expect(median([])).toBeNaN();
  });

  it("has no more figures below it than above", () => {
    fc.assert(
      fc.property(figures, (some) => {
        const middle = median(some);
        expect(some.filter((one) => one < middle).length).toBeLessThanOrEqual(some.length / 2);
        expect(some.filter((one) => one > middle).length).toBeLessThanOrEqual(some.length / 2);
      }),
    );
  });
});

describe("percentile", () => {
  // The figures of numpy.percentile([15, 20, 35, 40, 50], …), whose default is the same definition.
  it.each([
    [0, 15],
    [5, 16],
    [30, 23],
    [40, 29],
    [95, 48],
    [100, 50],
  ])("%d of five figures is %d", (percent, is) => {
    expect(percentile([50, 15, 40, 20, 35], percent)).toBeCloseTo(is, 10);
  });

  it("stays within the figures and leaves them as they are", () => {
    fc.assert(
      fc.property(figures, fc.integer({ min: 0, max: 100 }), (some, percent) => {
        const before = [...some];
        const is = percentile(some, percent);
        expect(is).toBeGreaterThanOrEqual(Math.min(...some));
        expect(is).toBeLessThanOrEqual(Math.max(...some));
        expect(some).toEqual(before);
      }),
    );
  });
});

describe("medianDeviation", () => {
  it.each([
    [[5, 5, 5], 0],
    [[1, 1, 2, 2, 4, 6, 9], 1],
    [[1, 2, 3, 1_000_000], 1],
  ])("of %j is %d", (of, is) => {
    expect(medianDeviation(of)).toBe(is);
  });
});

describe("intervals", () => {
  const uniform = (seed: number, count: number): readonly number[] => Array.from({ length: count }, seededRandom(seed));
  const within = ({ low, high }: { readonly low: number; readonly high: number }, value: number): boolean =>
    low <= value && value <= high;

  it("hold the truth in some 95 of 100 cases, whatever the figures", () => {
    const seeds = Array.from({ length: 40 }, (_, index) => 7919 * (index + 1));
    const held = seeds.filter((seed) => within(medianInterval(uniform(seed, 25), seededRandom(1)), 0.5)).length;
    expect(held).toBeGreaterThanOrEqual(35);
    const elsewhere = seeds.filter((seed) => within(medianInterval(uniform(seed, 25), seededRandom(1)), 0.9)).length;
    expect(elsewhere).toBe(0);
  });

  it("hold the median, and shrink with the number of figures", () => {
    const whole = medianInterval(uniform(1, 400), seededRandom(1));
    const part = medianInterval(uniform(1, 16), seededRandom(1));
    expect(within(whole, whole.median)).toBe(true);
    expect(within(part, part.median)).toBe(true);
    expect(whole.high - whole.low).toBeLessThan((part.high - part.low) / 2);
  });

  it("of a ratio hold it, and are one point where nothing scatters", () => {
    expect(ratioOfMedians([6, 6, 6], [3, 3], seededRandom(1))).toEqual({ median: 2, low: 2, high: 2 });
    const { low, median: ratio, high } = ratioOfMedians([1, 2, 3, 4, 5], [2, 4, 6, 8, 10], seededRandom(1));
    expect(ratio).toBe(0.5);
    expect(low).toBeLessThan(0.5);
    expect(high).toBeGreaterThan(0.5);
  });

  it("are the same in every run", () => {
    const some = [1, 5, 2, 8, 3];
    expect(medianInterval(some, seededRandom(1))).toEqual(medianInterval(some, seededRandom(1)));
  });
});

describe("seededRandom", () => {
  it("is even from 0 to below 1", () => {
    const draw = seededRandom(2026);
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let index = 0; index < 10_000; index += 1) {
      const tenth = Math.floor(draw() * 10);
      tenths[tenth] = (tenths[tenth] ?? Number.NaN) + 1;
    }
    expect(tenths).toHaveLength(10);
    for (const count of tenths) {
      expect(count).toBeGreaterThan(880);
      expect(count).toBeLessThan(1120);
    }
  });
});
