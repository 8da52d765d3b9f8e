import { failure, type Result, success } from "../result.ts";
import { soundThresholds } from "./edit-host.ts";
import { type AddressProblem, readAddress } from "./host-address.ts";
import { targetKey } from "./host-list.ts";
import { isTime, readSeen } from "./read-seen.ts";
import { cleanNote, cleanTags, cleanText } from "./user-text.ts";
import type { LastCheck, WatchedHost } from "./watched-host.ts";

export interface RecordProblem {
  readonly field: string;
}

/**
 * A record out of a file, a backup or the store, with the name of the first field that is not what it has to be. Texts
 * are cleaned, fields that do not belong to a host are left behind.
 */
export function readWatchedHost(value: unknown): Result<WatchedHost, RecordProblem> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return failure({ field: "" });
  const record: Record<string, unknown> = { ...value };
  const { host, port, starttls, addedAt, note, owner, tags, failures, nextCheckAt, snoozedUntil } = record;
  if (typeof host !== "string") return failure({ field: "host" });
  const whole = (one: unknown): one is number => typeof one === "number" && Number.isInteger(one);
  if (!whole(port)) return failure({ field: "port" });
  if (starttls !== undefined && typeof starttls !== "string") return failure({ field: "starttls" });
  const address = readAddress(host, `${port}`, starttls);
  if (!address.ok) return failure({ field: fieldOf[address.problem.code] });
  if (typeof note !== "string") return failure({ field: "note" });
  if (typeof owner !== "string") return failure({ field: "owner" });
  if (!Array.isArray(tags) || !tags.every((tag) => typeof tag === "string")) return failure({ field: "tags" });
  if (!isTime(addedAt)) return failure({ field: "addedAt" });
  if (!isTime(nextCheckAt)) return failure({ field: "nextCheckAt" });
  if (!whole(failures) || failures < 0) return failure({ field: "failures" });
  if (snoozedUntil !== undefined && !isTime(snoozedUntil)) return failure({ field: "snoozedUntil" });
  const thresholds = record["thresholds"] === undefined ? undefined : readThresholds(record["thresholds"]);
  if (record["thresholds"] !== undefined && thresholds === undefined) return failure({ field: "thresholds" });
  const lastCheck = record["lastCheck"] === undefined ? undefined : readLastCheck(record["lastCheck"]);
  if (record["lastCheck"] !== undefined && lastCheck === undefined) return failure({ field: "lastCheck" });
  const lastSeen = record["lastSeen"] === undefined ? undefined : readSeen(record["lastSeen"]);
  if (record["lastSeen"] !== undefined && lastSeen === undefined) return failure({ field: "lastSeen" });
  return success({
    id: targetKey(address.value),
    ...address.value,
    addedAt,
    note: cleanNote(note),
    owner: cleanText(owner),
    tags: cleanTags(tags),
    ...(thresholds && { thresholds: soundThresholds(thresholds) }),
    ...(snoozedUntil !== undefined && { snoozedUntil }),
    ...(lastCheck && { lastCheck }),
    ...(lastSeen && { lastSeen }),
    failures,
    nextCheckAt,
  });
}

const fieldOf: Readonly<Record<AddressProblem["code"], string>> = {
  "no-host": "host",
  wildcard: "host",
  "not-a-host": "host",
  "bad-port": "port",
  "bad-starttls": "starttls",
};

function readThresholds(value: unknown): { readonly dueDays: number; readonly urgentDays: number } | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { dueDays, urgentDays }: { dueDays?: unknown; urgentDays?: unknown } = value;
  return typeof dueDays === "number" && typeof urgentDays === "number" ? { dueDays, urgentDays } : undefined;
}

function readLastCheck(value: unknown): LastCheck | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { at, outcome, detail }: { at?: unknown; outcome?: unknown; detail?: unknown } = value;
  if (!isTime(at) || (outcome !== "seen" && outcome !== "failed")) return undefined;
  if (detail !== undefined && (typeof detail !== "string" || detail.length > 500)) return undefined;
  return { at, outcome, ...(detail !== undefined && { detail }) };
}
