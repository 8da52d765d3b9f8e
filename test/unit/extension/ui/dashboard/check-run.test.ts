import { describe, expect, it } from "vitest";
import { backToSchedule, progressOf, readRun } from "../../../../../extension/src/ui/dashboard/check-run.ts";
import { nextCheck } from "../../../../../shared/watch/check-schedule.ts";
import { day, now, watched } from "../../../shared/watch/watched-hosts.ts";

const waiting = {
  ...watched("waiting.example"),
  nextCheckAt: now,
  lastCheck: { at: now - day, outcome: "failed" },
} as const;
const seen = { ...watched("seen.example"), lastCheck: { at: now + 5, outcome: "seen" } } as const;
const failed = { ...watched("failed.example"), lastCheck: { at: now + 9, outcome: "failed" } } as const;
const hosts = [waiting, seen, failed];
const run = { startedAt: now, ids: [...hosts.map(({ id }) => id), "forgotten.example:443"] };

describe("checks that were asked for", () => {
  it("are counted by what the store says; a failure of before is none of this run", () => {
    expect(progressOf(run, (id) => hosts.find((host) => host.id === id))).toEqual({ total: 4, checked: 3, failed: 1 });
  });

  it("that are stopped go back to their usual time, those that were made stay", () => {
    expect(backToSchedule(waiting, run, now + 10)).toEqual({ ...waiting, nextCheckAt: nextCheck(waiting, now + 10) });
    expect(backToSchedule(seen, run, now + 10)).toBe(seen);
    const meanwhile = { ...waiting, nextCheckAt: now + day };
    expect(backToSchedule(meanwhile, run, now + 10)).toBe(meanwhile);
  });

  it.each([
    [null, undefined],
    ["null", undefined],
    ['{"startedAt":1}', undefined],
    ['{"startedAt":1,"ids":[2]}', undefined],
    ['{"startedAt":1,"ids":["a"]}', { startedAt: 1, ids: ["a"] }],
  ])("outlive a reload: %s", (kept, expected) => {
    expect(readRun(kept)).toEqual(expected);
  });
});
