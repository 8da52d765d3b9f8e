import type { Thresholds } from "../verdict/verdict.ts";
import { cleanNote, cleanTags, cleanText } from "./user-text.ts";
import type { WatchedHost } from "./watched-host.ts";

/** What a user may change of a watched host; `null` takes an own threshold or a snooze away. */
export interface HostEdit {
  readonly note?: string;
  readonly owner?: string;
  readonly tags?: readonly string[];
  readonly thresholds?: Thresholds | null;
  /** Epoch milliseconds. */
  readonly snoozedUntil?: number | null;
}

/** The host with the edit; texts are cleaned, thresholds brought into 1 to 365 days with `urgent` not above `due`. */
export function editHost(host: WatchedHost, edit: HostEdit): WatchedHost {
  const { thresholds: ownThresholds, snoozedUntil: ownSnooze, ...rest } = host;
  const thresholds = edit.thresholds === undefined ? ownThresholds : edit.thresholds;
  const snoozedUntil = edit.snoozedUntil === undefined ? ownSnooze : edit.snoozedUntil;
  return {
    ...rest,
    note: edit.note === undefined ? host.note : cleanNote(edit.note),
    owner: edit.owner === undefined ? host.owner : cleanText(edit.owner),
    tags: edit.tags === undefined ? host.tags : cleanTags(edit.tags),
    ...(thresholds && { thresholds: soundThresholds(thresholds) }),
    ...(typeof snoozedUntil === "number" && { snoozedUntil }),
  };
}

/** The edit that brings back what this one changes of the host. */
export const undoOf = (host: WatchedHost, edit: HostEdit): HostEdit => ({
  ...(edit.note !== undefined && { note: host.note }),
  ...(edit.owner !== undefined && { owner: host.owner }),
  ...(edit.tags !== undefined && { tags: host.tags }),
  ...(edit.thresholds !== undefined && { thresholds: host.thresholds ?? null }),
  ...(edit.snoozedUntil !== undefined && { snoozedUntil: host.snoozedUntil ?? null }),
});

const wholeDays = (days: number): number => Math.min(365, Math.max(1, Math.round(days) || 1));

export function soundThresholds({ dueDays, urgentDays }: Thresholds): Thresholds {
  const due = wholeDays(dueDays);
  return { dueDays: due, urgentDays: Math.min(due, wholeDays(urgentDays)) };
}

/** Whether the host's notifications wait at `now` (epoch milliseconds). */
export const isSnoozed = ({ snoozedUntil }: Pick<WatchedHost, "snoozedUntil">, now: number): boolean =>
  snoozedUntil !== undefined && now < snoozedUntil;
