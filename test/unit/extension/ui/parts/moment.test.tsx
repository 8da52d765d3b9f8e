// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { partTexts } from "../../../../../extension/src/ui/messages/en/parts.ts";
import { agoText, dataDayText, dayText, exactText, Moment } from "../../../../../extension/src/ui/parts/moment.tsx";
import { draw } from "../draw.ts";

const noon = Date.UTC(2026, 11, 15, 12);

describe("dates", () => {
  it.each([
    ["en-GB", "15 Dec 2026"],
    ["en-US", "Dec 15, 2026"],
    ["de", "15.12.2026"],
  ])("writes the day as %s does", (locale, text) => {
    expect(dayText(noon, locale)).toBe(text);
  });

  it("keeps the exact moment, seconds and zone, for the hover", () => {
    expect(exactText(noon, "en-GB")).toMatch(/15 December 2026.*\d\d:00:00/);
  });

  it.each([8.64e15 + 1, -9e15, Number.NaN, Number.POSITIVE_INFINITY])("has words for %d, which is no date", (at) => {
    expect(dayText(at)).toBe(partTexts.noSuchDate);
    expect(exactText(at)).toBe(partTexts.noSuchDate);
    expect(draw(<Moment at={at} />).textContent).toBe(partTexts.noSuchDate);
  });

  it("is a machine-readable time", () => {
    expect(
      draw(<Moment at={noon} />)
        .querySelector("time")
        ?.getAttribute("datetime"),
    ).toBe("2026-12-15T12:00:00.000Z");
  });

  it("does not move a day of our data to another day by a time zone", () => {
    expect(dataDayText("2026-11-22", "en-GB")).toBe("22 Nov 2026");
    expect(dataDayText("soon")).toBe("soon");
  });

  it.each([
    [-5000, "just now"],
    [999, "just now"],
    [4000, "4 s ago"],
    [59_999, "59 s ago"],
    [60_000, "1 min ago"],
    [3_599_999, "59 min ago"],
    [3_600_000, "1 h ago"],
  ])("says how long ago %d ms are", (elapsed, text) => {
    expect(agoText(elapsed)).toBe(text);
  });
});
