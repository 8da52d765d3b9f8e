import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { localCalendar } from "../../../../extension/src/platform/dates.ts";

beforeEach(() => void vi.stubEnv("TZ", "Europe/Berlin"));
afterEach(() => void vi.unstubAllEnvs());

describe("the user's calendar", () => {
  it.each([
    ["a month", "monthStart", "2026-11-22T12:00:00Z", 0, "2026-10-31T23:00:00.000Z"],
    // A moment that is December in UTC and January here.
    ["a year", "monthStart", "2026-12-31T23:30:00Z", 0, "2026-12-31T23:00:00.000Z"],
    ["the month before January", "monthStart", "2027-01-15T12:00:00Z", -1, "2026-11-30T23:00:00.000Z"],
    ["a month of summer time", "monthStart", "2026-11-22T12:00:00Z", 5, "2027-03-31T22:00:00.000Z"],
    ["the day after the clock went forward", "dayStart", "2027-03-27T12:00:00Z", 2, "2027-03-28T22:00:00.000Z"],
    ["the day after the clock went back", "dayStart", "2027-10-30T12:00:00Z", 2, "2027-10-31T23:00:00.000Z"],
    ["the day after a leap day", "dayStart", "2028-02-29T12:00:00Z", 1, "2028-02-29T23:00:00.000Z"],
  ] as const)("knows where %s begins", (_, start, at, offset, expected) => {
    expect(new Date(localCalendar[start](Date.parse(at), offset)).toISOString()).toBe(expected);
  });
});
