import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day, judgeDates } from "../../../../shared/verdict/judge-dates.ts";
import { defaultThresholds, type Level } from "../../../../shared/verdict/verdict.ts";

const notBefore = Date.UTC(2026, 4, 28);
const lasting = (days: number) => ({ notBefore, notAfter: notBefore + days * day });

const level = (days: number, left: number, thresholds = defaultThresholds): Level =>
  judgeDates(lasting(days), notBefore + days * day - left, thresholds).level;

describe("the level by the dates", () => {
  it.each<[string, number, number, Level]>([
    ["200 days: fresh", 200, 199 * day, "ok"],
    ["200 days: just before 30 days", 200, 30 * day + 1, "ok"],
    ["200 days: 30 days", 200, 30 * day, "due"],
    ["200 days: just before 7 days", 200, 7 * day + 1, "due"],
    ["200 days: 7 days", 200, 7 * day, "urgent"],
    ["47 days: a third is 15.67 days, so 16 are fine", 47, 16 * day, "ok"],
    ["47 days: under a third", 47, 15 * day, "due"],
    ["47 days: under a tenth (4.7 days)", 47, 4 * day, "urgent"],
    ["6 days: 3 left", 6, 3 * day, "ok"],
    ["6 days: 2 left", 6, 2 * day, "due"],
    ["6 days: half a day left", 6, day / 2, "urgent"],
    ["one day: nearly whole", 1, 0.9 * day, "ok"],
    ["at notAfter it is valid", 200, 0, "urgent"],
    ["to the second", 200, -999, "urgent"],
    ["a second later it has expired", 200, -1000, "expired"],
    ["at notBefore it is valid", 200, 200 * day, "ok"],
    ["a moment before notBefore", 200, 200 * day + 1, "not-yet-valid"],
  ])("%s", (_, days, left, expected) => {
    expect(level(days, left)).toBe(expected);
  });

  it("follows the user's thresholds", () => {
    expect(level(398, 60 * day, { dueDays: 60, urgentDays: 14 })).toBe("due");
    expect(level(398, 14 * day, { dueDays: 60, urgentDays: 14 })).toBe("urgent");
  });

  it("says which of the two thresholds it was", () => {
    const at = (days: number, left: number) =>
      judgeDates(lasting(days), notBefore + days * day - left, defaultThresholds).reasons[0];
    expect(at(200, 29 * day)).toMatchObject({ code: "renewal-due", because: "days", days: 30 });
    expect(at(47, 15 * day)).toMatchObject({ code: "renewal-due", because: "third-of-life" });
    expect(at(200, 6 * day)).toMatchObject({ code: "renewal-urgent", because: "days", days: 7 });
    expect(at(47, 4 * day)).toMatchObject({ code: "renewal-urgent", because: "tenth-of-life" });
  });

  it("names dates that are the wrong way round", () => {
    const { level, reasons } = judgeDates({ notBefore: 2000, notAfter: 0 }, 1500, defaultThresholds);
    expect(level).toBe("expired");
    expect(reasons).toContainEqual({ code: "impossible-dates" });
  });

  it("only gets graver as time passes", () => {
    const gravity: Readonly<Partial<Record<Level, number>>> = {
      "not-yet-valid": 0,
      ok: 1,
      due: 2,
      urgent: 3,
      expired: 4,
    };
    const time = fc.integer({ min: -1000, max: 1100 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), time, time, (days, one, other) => {
        const [earlier, later] = one < other ? [one, other] : [other, one];
        const at = (offset: number): number =>
          gravity[judgeDates(lasting(days), notBefore + offset * day, defaultThresholds).level] ?? Number.NaN;
        expect(at(earlier)).toBeLessThanOrEqual(at(later));
      }),
    );
  });
});
