import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { badgeFor, levelColours } from "../../../../shared/verdict/badge.ts";
import { type Level, levels } from "../../../../shared/verdict/verdict.ts";

const hour = 3_600_000;
const day = 24 * hour;

const text = (level: Level, remaining?: number): string =>
  badgeFor({ level, reasons: [], ...(remaining !== undefined && { remaining }) }).text;

describe("badge text", () => {
  it.each<[string, Level, number | undefined, string]>([
    ["whole days, rounded down", "ok", 24 * day - 1, "23"],
    ["48 hours are days", "urgent", 2 * day, "2"],
    ["under 48 hours", "urgent", 2 * day - 1, "47h"],
    ["an hour", "urgent", hour, "1h"],
    ["under an hour", "urgent", hour - 1, "<1h"],
    ["the last second, which still counts", "urgent", -999, "<1h"],
    ["999 days", "ok", 999 * day, "999"],
    ["from 1000 days on years of 365 days", "ok", 1000 * day, "2y"],
    ["ten years", "ok", 3650 * day, "10y"],
    ["year 9999", "ok", 7973 * 365 * day, "999y"],
    ["expired", "expired", -5 * day, "!"],
    ["expired, dates not known", "expired", undefined, "!"],
    ["not yet valid", "not-yet-valid", 90 * day, "!"],
    ["broken, with its time", "broken", 200 * day, "200!"],
    ["broken in its last hours", "broken", 47 * hour, "47h!"],
    ["broken for a century", "broken", 150 * 365 * day, "99y!"],
    ["broken, dates not known", "broken", undefined, "!"],
    ["unknown", "unknown", undefined, "?"],
  ])("%s", (_, level, remaining, expected) => {
    expect(text(level, remaining)).toBe(expected);
  });

  it("never takes more than four characters", () => {
    fc.assert(
      fc.property(fc.constantFrom(...levels), fc.double({ min: -1e17, max: 1e17, noNaN: true }), (level, remaining) => {
        expect(text(level, remaining).length).toBeLessThanOrEqual(4);
        expect(text(level, remaining)).not.toBe("");
      }),
    );
  });
});

describe("badge colour", () => {
  const luminance = (colour: string): number => {
    const channel = (at: number): number => {
      const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    };
    return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
  };

  it.each(levels)("%s carries its text at 4.5:1 or more (WCAG 2.2, 1.4.3)", (level) => {
    const { colour, textColour } = badgeFor({ level, reasons: [] });
    expect(colour).toBe(levelColours[level]);
    expect((luminance(textColour) + 0.05) / (luminance(colour) + 0.05)).toBeGreaterThanOrEqual(4.5);
  });
});
