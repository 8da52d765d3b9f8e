import { describe, expect, it } from "vitest";
import { defaultThresholds } from "../../../../shared/verdict/verdict.ts";
import { tableRows } from "../../../../shared/watch/host-table.ts";
import { lifetimeCapSource, lifetimeCaps } from "../../../../shared/watch/lifetime-caps.ts";
import { mostBars, timeline } from "../../../../shared/watch/timeline.ts";
import type { WatchedHost } from "../../../../shared/watch/watched-host.ts";
import { day, manyHosts, now, watched } from "./watched-hosts.ts";

const drawnAt = (at: number, hosts: readonly WatchedHost[]) =>
  timeline(tableRows(hosts, at, defaultThresholds), at, defaultThresholds);
const drawn = (...hosts: readonly WatchedHost[]) => drawnAt(now, hosts);
const sum = (counts: readonly { readonly ending: number }[]) => counts.reduce((total, { ending }) => total + ending, 0);
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);

describe("the year's timeline", () => {
  it("begins with the month before this one and has the twelve after it, all whole", () => {
    const { from, until, months } = drawn();
    expect([iso(from), iso(until)]).toEqual(["2026-10-01", "2027-12-01"]);
    expect(months.map((month) => iso(month.from))).toEqual(
      ["2026-10", "2026-11", "2026-12"]
        .concat(Array.from({ length: 11 }, (_, index) => `2027-${String(index + 1).padStart(2, "0")}`))
        .map((month) => `${month}-01`),
    );
  });

  it.each([
    ["the year's first moment", Date.UTC(2027, 0, 1), "2026-12-01", "2028-02-01"],
    ["the year's last moment", Date.UTC(2027, 0, 1) - 1, "2026-11-01", "2028-01-01"],
    ["a leap day", Date.UTC(2028, 1, 29, 12), "2028-01-01", "2029-03-01"],
    ["a long month's last day", Date.UTC(2027, 4, 31, 23), "2027-04-01", "2028-06-01"],
  ])("begins and ends with whole months at %s", (_, at, from, until) => {
    const picture = drawnAt(at, []);
    expect([iso(picture.from), iso(picture.until)]).toEqual([from, until]);
    expect(picture.months).toHaveLength(14);
    for (const { from: start, until: end } of picture.weeks) expect(end - start).toBeLessThanOrEqual(7 * day);
    expect(picture.weeks[0]?.from).toBe(picture.from);
    expect(picture.weeks.at(-1)?.until).toBe(picture.until);
    expect(picture.weeks.map((week) => week.from)).toContain(at - (at % day));
  });

  it("has a bar for each certificate, the soonest end first, with its renewal window", () => {
    const { bars } = drawn(
      watched("late.example", { behind: 100, ahead: 99 }),
      watched("short.example", { behind: 4, ahead: 2, seen: { sha256: "a".repeat(64) } }),
    );
    expect(bars.map(({ hosts, address }) => [hosts, address])).toEqual([
      [["short.example:443"], "short.example"],
      [["late.example:443"], "late.example"],
    ]);
    expect(bars[0]).toMatchObject({
      level: "due",
      from: now - 4 * day,
      until: now + 2 * day,
      renewalFrom: now,
      cut: { start: false, end: false },
    });
    expect(bars[1]).toMatchObject({ level: "ok", from: Date.UTC(2026, 9, 1), renewalFrom: now + 69 * day });
    expect(bars[1]?.cut).toEqual({ start: true, end: false });
  });

  it("puts hosts with one certificate on one bar, at the gravest level and the earliest window of them", () => {
    const seen = { sha256: "b".repeat(64) };
    const { bars, months } = drawn(
      watched("a.example", { seen }),
      watched("b.example", { seen: { ...seen, faults: [{ code: "wrong-name", host: "b.example" }] } }),
      watched("c.example", { seen, thresholds: { dueDays: 60, urgentDays: 7 } }),
    );
    expect(bars.map(({ hosts, address }) => [hosts, address])).toEqual([
      [["a.example:443", "b.example:443", "c.example:443"], "a.example"],
    ]);
    expect(bars[0]).toMatchObject({ level: "broken", renewalFrom: now + 40 * day });
    expect(sum(months)).toBe(1);
    expect(months.find(({ ending }) => ending === 1)?.levels).toMatchObject({ broken: 1, ok: 0 });
  });

  it("counts what it leaves out, and cuts what outlives the picture", () => {
    const picture = drawn(
      watched("gone.example", { ahead: -60 }),
      watched("backwards.example", { behind: -10, ahead: 5 }),
      (({ lastSeen: _, ...unseen }) => unseen)(watched("new.example")),
      watched("long.example", { ahead: 800 }),
      watched("tomorrow-year.example", { behind: -500, ahead: 900 }),
    );
    expect(picture.bars.map(({ hosts, cut }) => [hosts[0], cut.end])).toEqual([["long.example:443", true]]);
    expect(picture).toMatchObject({ earlier: 1, later: 2, undated: 1 + 1 });
  });

  it.each([
    ["the first moment of the picture", Date.UTC(2026, 9, 1), 1, 0],
    ["the moment before it", Date.UTC(2026, 9, 1) - 1, 0, 0],
    ["the last moment of the picture", Date.UTC(2027, 11, 1) - 1, 1, 0],
    ["the moment after it", Date.UTC(2027, 11, 1), 0, 1],
  ])("takes an end at %s for what it is", (_, notAfter, inside, later) => {
    const host = watched("edge.example", { seen: { notBefore: Date.UTC(2026, 0, 1), notAfter } });
    const picture = drawn(host);
    expect([sum(picture.months), sum(picture.weeks), picture.later]).toEqual([inside, inside, later]);
  });

  it("marks the cap of 100 days in this year, tells of the one of 47 days, and knows their source", () => {
    expect(drawn().caps).toEqual([{ from: "2027-03-15", days: 100, at: Date.UTC(2027, 2, 15) }]);
    expect(drawn().laterCaps.map(({ days }) => days)).toEqual([47]);
    expect(drawnAt(Date.UTC(2028, 11, 1), []).caps.map(({ days }) => days)).toEqual([47]);
    expect(drawnAt(Date.UTC(2030, 11, 1), [])).toMatchObject({ caps: [], laterCaps: [] });
    expect(lifetimeCapSource.url).toMatch(/^https:/);
    expect(lifetimeCaps.map(({ from, days }) => `${from} ${days}`)).toEqual([
      "2026-03-15 200",
      "2027-03-15 100",
      "2029-03-15 47",
    ]);
  });

  it("counts each of ten thousand certificates once, by month, by week and by level", () => {
    const { months, weeks, bars, drawn: all, ended, earlier, later } = drawn(...manyHosts(10_000));
    expect(sum(months)).toBe(sum(weeks));
    expect(sum(months) + earlier + later).toBe(10_000);
    expect(all).toBe(10_000);
    expect(ended).toBe(manyHosts(10_000).filter(({ lastSeen }) => (lastSeen?.notAfter ?? now) < now).length);
    const ends = manyHosts(10_000).map(({ lastSeen }) => lastSeen?.notAfter ?? 0);
    expect(bars.map(({ verdict }) => verdict.notAfter)).toEqual(
      ends.sort((one, other) => one - other).slice(0, mostBars),
    );
    for (const { ending, levels } of [...months, ...weeks])
      expect(Object.values(levels).reduce((total, count) => total + count, 0)).toBe(ending);
  });
});
