import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dueChecks, nextCheck, nextWake } from "../../../../shared/watch/check-schedule.ts";
import { recordCheck } from "../../../../shared/watch/record-check.ts";
import { day, now, watched } from "./watched-hosts.ts";

const hour = 3_600_000;
const minute = 60_000;
const planned = (host: string, nextCheckAt: number) => watched(host, { nextCheckAt });

describe("the next check", () => {
  it("comes between half a day and one and a half, at the host's own moment of the day", () => {
    fc.assert(
      fc.property(fc.domain(), fc.integer({ min: 0, max: 2 * now }), (id, at) => {
        const next = nextCheck({ id, failures: 0 }, at);
        expect(next).toBeGreaterThanOrEqual(at + day / 2 - 1);
        expect(next).toBeLessThanOrEqual(at + 1.5 * day + 1);
        expect(Math.abs(nextCheck({ id, failures: 0 }, next) - next - day)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("spreads ten thousand hosts over the day", () => {
    const perHour = new Array<number>(24).fill(0);
    for (let index = 0; index < 10_000; index++) {
      const slot = Math.floor((nextCheck({ id: `www${index}.example:443`, failures: 0 }, now) % day) / hour);
      perHour[slot] = (perHour[slot] ?? 0) + 1;
    }
    expect(Math.min(...perHour)).toBeGreaterThan(330);
    expect(Math.max(...perHour)).toBeLessThan(510);
  });

  it.each([
    [1, 5 * minute],
    [2, 10 * minute],
    [3, 20 * minute],
    [8, 640 * minute],
  ])("after failure %i waits %i ms, a tenth more or less", (failures, wait) => {
    const next = nextCheck({ id: "a.example:443", failures }, now) - now;
    expect(next).toBeGreaterThanOrEqual(wait * 0.9);
    expect(next).toBeLessThanOrEqual(wait * 1.1);
  });

  it.each([9, 30, 1000, Number.MAX_SAFE_INTEGER])("after failure %i is daily again", (failures) => {
    const next = nextCheck({ id: "a.example:443", failures }, now) - now;
    expect(next).toBeGreaterThan(day / 2);
    expect(next).toBeLessThanOrEqual(1.5 * day);
  });
});

describe("the checks that are due", () => {
  const four = ["a.example", "b.example", "c.example", "d.example"].map((name, index) =>
    planned(name, now - 9 + index),
  );

  it("are those whose time has come, the longest overdue first", () => {
    const hosts = [planned("later.example", now + 1), planned("now.example", now), planned("late.example", now - day)];
    expect(dueChecks(hosts, now, new Set()).map(({ host }) => host)).toEqual(["late.example", "now.example"]);
  });

  it("are never more than four with those that run, and none runs twice", () => {
    const hosts = [...four, planned("e.example", now - 10)];
    expect(dueChecks(hosts, now, new Set()).map(({ host }) => host)).toEqual([
      "e.example",
      "a.example",
      "b.example",
      "c.example",
    ]);
    const running = new Set(["e.example:443", "a.example:443", "b.example:443"]);
    expect(dueChecks(hosts, now, running).map(({ host }) => host)).toEqual(["c.example"]);
    expect(dueChecks(hosts, now, new Set([...running, "c.example:443"]))).toEqual([]);
  });

  it("come all through the gate after a sleep", () => {
    let hosts = Array.from({ length: 50 }, (_, index) => planned(`h${index}.example`, now - 3 * day));
    let rounds = 0;
    for (;;) {
      const batch = dueChecks(hosts, now, new Set());
      if (batch.length === 0) break;
      expect(batch.length).toBeLessThanOrEqual(4);
      const done = new Set(batch.map(({ id }) => id));
      hosts = hosts.map((host) =>
        done.has(host.id) ? recordCheck(host, { outcome: "failed", detail: "timeout" }, now) : host,
      );
      rounds++;
    }
    expect(rounds).toBe(13);
  });

  it("are due as well where a wrong clock planned them", () => {
    expect(dueChecks([planned("a.example", now + 30 * day)], now, new Set())).toHaveLength(1);
    const fromTheFuture = watched("b.example", {
      nextCheckAt: now + day,
      lastCheck: { at: now + 2 * day, outcome: "seen" },
    });
    expect(dueChecks([fromTheFuture], now, new Set())).toHaveLength(1);
  });

  it("ring the alarm at the soonest, at once for what is overdue, never for an empty list", () => {
    expect(nextWake([], now)).toBeUndefined();
    expect(nextWake([planned("a.example", now + 2 * hour), planned("b.example", now + hour)], now)).toBe(now + hour);
    expect(nextWake([planned("a.example", now - day)], now)).toBe(now);
  });
});

describe("a check that ended", () => {
  it("counts failures, keeps what was seen, and starts afresh with a success", () => {
    const host = watched("a.example");
    const failed = recordCheck(host, { outcome: "failed", detail: "timeout" }, now);
    const again = recordCheck(failed, { outcome: "failed", detail: "timeout" }, now + 1);
    expect(again).toMatchObject({
      failures: 2,
      lastSeen: host.lastSeen,
      lastCheck: { outcome: "failed", at: now + 1 },
    });
    const lastSeen = host.lastSeen;
    if (lastSeen === undefined) throw new Error("no certificate");
    const seen = { ...lastSeen, sha256: "f".repeat(64), seenAt: now + 2 };
    const well = recordCheck(again, { outcome: "seen", seen }, now + 2);
    expect(well).toMatchObject({ failures: 0, lastSeen: seen, lastCheck: { outcome: "seen", at: now + 2 } });
    expect(well.lastCheck).not.toHaveProperty("detail");
    expect(recordCheck(well, { outcome: "seen", seen: lastSeen }, now + 3).lastSeen).toEqual(seen);
  });
});
