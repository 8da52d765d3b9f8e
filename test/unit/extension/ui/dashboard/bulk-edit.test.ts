import { describe, expect, it } from "vitest";
import { type BulkEdit, editBack, edited } from "../../../../../extension/src/ui/dashboard/bulk-edit.ts";
import { defaultThresholds } from "../../../../../shared/verdict/verdict.ts";
import { editHost } from "../../../../../shared/watch/edit-host.ts";
import { day, now, watched } from "../../../shared/watch/watched-hosts.ts";

const settings = { now, thresholds: defaultThresholds };
const host = watched("www.example.com", { ahead: 100, behind: 300, tags: ["shop"], owner: "Ada" });

describe("an edit of many hosts", () => {
  it.each<[BulkEdit, object]>([
    [{ kind: "tag", tag: "eu" }, { tags: ["shop", "eu"] }],
    [{ kind: "tag", tag: "Shop" }, { tags: ["shop"] }],
    [{ kind: "untag", tag: " SHOP " }, { tags: [] }],
    [{ kind: "owner", owner: "" }, { owner: "" }],
    [{ kind: "snooze", until: now + day }, { snoozedUntil: now + day }],
    [{ kind: "fields", edit: { note: "Ask Jörg" } }, { note: "Ask Jörg" }],
    [{ kind: "snooze-until-next-level" }, { snoozedUntil: now + 70 * day }],
  ])("%j changes that and nothing else", (edit, change) => {
    expect(edited(host, edit, settings)).toEqual({ ...host, ...change });
  });

  it.each([
    [20, now + 13 * day],
    [3, now + 3 * day],
    [-3, undefined],
  ])("snoozes what has %d days left until its next level", (ahead, until) => {
    const late = watched("www.example.com", { ahead, behind: 300 });
    expect(edited(late, { kind: "snooze-until-next-level" }, settings).snoozedUntil).toBe(until);
  });

  it("ends a snooze, and is taken back to where everything was", () => {
    const snoozed = { ...host, snoozedUntil: now + day, thresholds: { dueDays: 60, urgentDays: 14 } };
    const { snoozedUntil: _, ...awake } = snoozed;
    const after = edited(snoozed, { kind: "unsnooze" }, settings);
    expect(after).toEqual(awake);
    expect(editHost(after, editBack(snoozed))).toEqual(snoozed);
    expect(editHost(edited(host, { kind: "snooze", until: now }, settings), editBack(host))).toEqual(host);
  });
});
