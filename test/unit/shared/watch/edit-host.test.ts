import { describe, expect, it } from "vitest";
import { editHost, type HostEdit, isSnoozed, undoOf } from "../../../../shared/watch/edit-host.ts";
import { now, watched } from "./watched-hosts.ts";

describe("editing a host", () => {
  const host = watched("a.example", {
    note: "old",
    thresholds: { dueDays: 60, urgentDays: 14 },
    snoozedUntil: now + 1,
  });

  it("changes what is named and nothing else", () => {
    expect(editHost(host, {})).toEqual(host);
    expect(editHost(host, { note: " new\n\nlines ", tags: ["a", "A", "b"] })).toEqual({
      ...host,
      note: "new\n\nlines",
      tags: ["a", "b"],
    });
  });

  it.each<HostEdit>([
    { note: "new\nlines" },
    { owner: "Ada", tags: ["x"] },
    { thresholds: null, snoozedUntil: null },
    { thresholds: { dueDays: 20, urgentDays: 2 } },
    { snoozedUntil: now + 5 },
    {},
  ])("is taken back by its undo: %j", (edit) => {
    for (const before of [host, watched("b.example")])
      expect(editHost(editHost(before, edit), undoOf(before, edit))).toEqual(before);
  });

  it("takes thresholds and snooze away with null", () => {
    const plain = editHost(host, { thresholds: null, snoozedUntil: null });
    expect(plain).not.toHaveProperty("thresholds");
    expect(plain).not.toHaveProperty("snoozedUntil");
  });

  it.each([
    [
      { dueDays: 30, urgentDays: 40 },
      { dueDays: 30, urgentDays: 30 },
    ],
    [
      { dueDays: 0, urgentDays: -1 },
      { dueDays: 1, urgentDays: 1 },
    ],
    [
      { dueDays: 9999, urgentDays: Number.NaN },
      { dueDays: 365, urgentDays: 1 },
    ],
  ])("keeps thresholds sound: %j", (wished, kept) => {
    expect(editHost(host, { thresholds: wished }).thresholds).toEqual(kept);
  });

  it("snoozes until the moment, not beyond", () => {
    expect([now, now + 1].map((at) => isSnoozed(host, at))).toEqual([true, false]);
    expect(isSnoozed(watched("b.example"), now)).toBe(false);
  });
});
