import { describe, expect, it } from "vitest";
import { defaultThresholds } from "../../../../shared/verdict/verdict.ts";
import { lifetimeCapSource, lifetimeCaps } from "../../../../shared/watch/lifetime-caps.ts";
import { timeline } from "../../../../shared/watch/timeline.ts";
import { day, manyHosts, now, watched } from "./watched-hosts.ts";

const drawn = (...hosts: Parameters<typeof timeline>[0][]) =>
  timeline(
    hosts.flatMap((each) => [...each]),
    now,
    defaultThresholds,
  );

describe("the year's timeline", () => {
  it("has a bar for each certificate, the soonest end first, with its renewal window", () => {
    const { bars } = drawn([
      watched("late.example", { behind: 100, ahead: 99 }),
      watched("short.example", { behind: 4, ahead: 2, seen: { sha256: "a".repeat(64) } }),
    ]);
    expect(bars.map(({ hosts }) => hosts)).toEqual([["short.example:443"], ["late.example:443"]]);
    expect(bars[0]).toMatchObject({
      level: "due",
      from: now - 4 * day,
      until: now + 2 * day,
      renewalFrom: now,
      cut: { start: false, end: false },
    });
    expect(bars[1]).toMatchObject({ level: "ok", from: now - 30 * day, renewalFrom: now + 69 * day });
    expect(bars[1]?.cut).toEqual({ start: true, end: false });
  });

  it("puts hosts with one certificate on one bar", () => {
    const seen = { sha256: "b".repeat(64) };
    const { bars } = drawn([watched("a.example", { seen }), watched("b.example", { seen })]);
    expect(bars.map(({ hosts }) => hosts)).toEqual([["a.example:443", "b.example:443"]]);
  });

  it("leaves out what ended long ago or has no dates, and cuts what outlives the year", () => {
    const { bars } = drawn([
      watched("gone.example", { ahead: -40 }),
      watched("backwards.example", { behind: -10, ahead: 5 }),
      (({ lastSeen: _, ...unseen }) => unseen)(watched("new.example")),
      watched("long.example", { ahead: 800 }),
    ]);
    expect(bars.map(({ hosts, cut }) => [hosts[0], cut.end])).toEqual([["long.example:443", true]]);
  });

  it("marks the cap of 100 days in this year, and knows the one of 47 days with its source", () => {
    expect(drawn([]).caps).toEqual([{ from: "2027-03-15", days: 100, at: Date.UTC(2027, 2, 15) }]);
    expect(timeline([], Date.UTC(2028, 11, 1), defaultThresholds).caps.map(({ days }) => days)).toEqual([47]);
    expect(lifetimeCaps.map(({ from, days }) => `${from} ${days}`)).toEqual([
      "2026-03-15 200",
      "2027-03-15 100",
      "2029-03-15 47",
    ]);
    expect(lifetimeCapSource.url).toMatch(/^https:/);
  });

  it("counts the ends of each month, ten thousand hosts in little time", () => {
    const began = performance.now();
    const { months, bars } = drawn(manyHosts(10_000));
    expect(performance.now() - began).toBeLessThan(1500);
    expect(months[0]?.at).toBe(Date.UTC(2026, 10, 1));
    expect(months).toHaveLength(13);
    expect(months.reduce((sum, { ending }) => sum + ending, 0)).toBeLessThanOrEqual(bars.length);
    expect(months.every(({ ending }) => ending > 0)).toBe(true);
  });
});
