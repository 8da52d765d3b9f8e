import type { Thresholds } from "../../../../shared/verdict/verdict.ts";
import { editHost, type HostEdit } from "../../../../shared/watch/edit-host.ts";
import { dueAt, urgentAt } from "../../../../shared/watch/renewal-moments.ts";
import type { WatchedHost } from "../../../../shared/watch/watched-host.ts";

/** What is done to one host or many at once. */
export type BulkEdit =
  | { readonly kind: "tag"; readonly tag: string }
  | { readonly kind: "untag"; readonly tag: string }
  | { readonly kind: "owner"; readonly owner: string }
  /** Epoch milliseconds. */
  | { readonly kind: "snooze"; readonly until: number }
  | { readonly kind: "snooze-until-next-level" }
  | { readonly kind: "unsnooze" }
  | { readonly kind: "fields"; readonly edit: HostEdit };

export interface EditSettings {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly thresholds: Thresholds;
}

/** The host after the edit. Where the edit means nothing for it (no next level, no such tag), it stays as it is. */
export const edited = (host: WatchedHost, edit: BulkEdit, settings: EditSettings): WatchedHost =>
  editHost(host, editOf(host, edit, settings));

function editOf(host: WatchedHost, edit: BulkEdit, settings: EditSettings): HostEdit {
  switch (edit.kind) {
    case "tag":
      return { tags: [...host.tags, edit.tag] };
    case "untag": {
      const gone = edit.tag.trim().toLowerCase();
      return { tags: host.tags.filter((tag) => tag.toLowerCase() !== gone) };
    }
    case "owner":
      return { owner: edit.owner };
    case "snooze":
      return { snoozedUntil: edit.until };
    case "snooze-until-next-level": {
      const until = nextLevelAt(host, settings);
      return until === undefined ? {} : { snoozedUntil: until };
    }
    case "unsnooze":
      return { snoozedUntil: null };
    case "fields":
      return edit.edit;
  }
}

/** When the certificate comes to its next level: due, urgent, its end. Undefined where no dates are known or all is past. */
function nextLevelAt(
  { lastSeen, thresholds: own }: WatchedHost,
  { now, thresholds }: EditSettings,
): number | undefined {
  const { notBefore, notAfter } = lastSeen ?? {};
  if (notBefore === undefined || notAfter === undefined) return undefined;
  const dates = { notBefore, notAfter };
  const limits = own ?? thresholds;
  return [dueAt(dates, limits), urgentAt(dates, limits), notAfter].find((at) => at > now);
}

/** What takes an edit back: the fields that a user can change, as they were. */
export const editBack = ({ note, owner, tags, thresholds, snoozedUntil }: WatchedHost): HostEdit => ({
  note,
  owner,
  tags,
  thresholds: thresholds ?? null,
  snoozedUntil: snoozedUntil ?? null,
});
