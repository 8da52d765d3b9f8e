import { attribute } from "../certificate/distinguished-name.ts";
import { unicodeHost } from "../certificate/host-names.ts";
import { type Level, levels, type Thresholds, type Verdict } from "../verdict/verdict.ts";
import { isSnoozed } from "./edit-host.ts";
import type { TimeRange } from "./ends-in.ts";
import { addressText } from "./host-address.ts";
import { verdictOf } from "./host-verdict.ts";
import type { WatchedHost } from "./watched-host.ts";

/** A watched host as a row of a table: judged once, ready to be sorted and searched. */
export interface HostRow {
  readonly host: WatchedHost;
  readonly verdict: Verdict;
  /** `www.example.com`, `mail.example.com:25`. */
  readonly address: string;
  /** Organisation of the issuer, else its common name; empty where unknown. Hostile text. */
  readonly issuer: string;
  readonly snoozed: boolean;
  /** What the search looks through, folded. */
  readonly searched: string;
}

export const sortKeys = ["end", "host", "level", "issuer", "owner", "checked"] as const;
export type SortKey = (typeof sortKeys)[number];

export interface RowFilter {
  readonly levels?: ReadonlySet<Level>;
  /** One of these tags. */
  readonly tags?: ReadonlySet<string>;
  readonly owner?: string;
  /** Words that must all occur, in any order. */
  readonly text?: string;
  /** The certificate ends in this span. */
  readonly ends?: TimeRange;
}

export const tableRows = (hosts: Iterable<WatchedHost>, now: number, thresholds: Thresholds): readonly HostRow[] =>
  [...hosts].map((host) => hostRow(host, now, thresholds));

export function hostRow(host: WatchedHost, now: number, thresholds: Thresholds): HostRow {
  const address = addressText(host);
  const name = host.lastSeen?.issuer ?? [];
  const issuer = attribute(name, "O") ?? attribute(name, "CN") ?? "";
  const names = host.lastSeen?.names.join("\n") ?? "";
  const unicode = host.host.includes("xn--") ? unicodeHost(host.host) : "";
  const tags = host.tags.join("\n");
  return {
    host,
    verdict: verdictOf(host, now, thresholds),
    address,
    issuer,
    snoozed: isSnoozed(host, now),
    searched: folded([address, unicode, issuer, host.note, host.owner, tags, names, host.lastSeen?.sha256].join("\n")),
  };
}

/** Case and accents do not count: "Muller" finds "Müller". */
const folded = (text: string): string =>
  // Nearly all of it is ASCII, for which the long way costs most of a table's time.
  /^[\0-\x7f]*$/.test(text)
    ? text.toLowerCase()
    : text
        .normalize("NFD")
        .replace(/\p{Mn}/gu, "")
        .toLowerCase();

export function filterRows(
  rows: readonly HostRow[],
  { levels, tags, owner, text, ends }: RowFilter,
): readonly HostRow[] {
  const words = folded(text ?? "")
    .split(/\s+/)
    .filter((word) => word !== "");
  return rows.filter(
    ({ host, verdict, searched }) =>
      (levels === undefined || levels.has(verdict.level)) &&
      (tags === undefined || host.tags.some((tag) => tags.has(tag))) &&
      (owner === undefined || host.owner === owner) &&
      (ends === undefined || isWithin(verdict.notAfter, ends)) &&
      words.every((word) => searched.includes(word)),
  );
}

const isWithin = (time: number | undefined, { from, until }: TimeRange): boolean =>
  time !== undefined && time >= from && time < until;

type Comparable = number | string | undefined;

const gravity: ReadonlyMap<Level, number> = new Map(levels.map((level, index) => [level, -index]));

const sortedBy: Readonly<Record<SortKey, (row: HostRow) => Comparable>> = {
  end: ({ verdict }) => verdict.notAfter,
  host: ({ host }) => reversedHost(host.host),
  level: ({ verdict }) => gravity.get(verdict.level),
  issuer: ({ issuer }) => (issuer === "" ? undefined : issuer.toLowerCase()),
  owner: ({ host }) => (host.owner === "" ? undefined : host.owner.toLowerCase()),
  checked: ({ host }) => host.lastCheck?.at,
};

/**
 * The rows in order, by default the soonest end first. What has no value for the key comes last either way; equal rows
 * stand by their host, so that the order is always the same.
 */
export function sortRows(rows: readonly HostRow[], key: SortKey = "end", descending = false): readonly HostRow[] {
  const sign = descending ? -1 : 1;
  return rows
    .map((row) => ({ row, value: sortedBy[key](row), id: row.host.id }))
    .sort((one, other) => compare(one.value, other.value, sign) || (one.id < other.id ? -1 : 1))
    .map(({ row }) => row);
}

function compare(one: Comparable, other: Comparable, sign: number): number {
  if (one === other) return 0;
  if (one === undefined) return 1;
  if (other === undefined) return -1;
  return one < other ? -sign : sign;
}

/** `com.example.www`: hosts of one domain stand together. Addresses stay as they are. */
const reversedHost = (host: string): string =>
  host.includes(":") || /^[\d.]+$/.test(host) ? host : host.split(".").reverse().join(".");

/** How many rows there are of each level, and every tag and owner in use (sorted): what a filter offers. */
export function rowSummary(rows: readonly HostRow[]): {
  readonly levels: Readonly<Record<Level, number>>;
  readonly tags: readonly string[];
  readonly owners: readonly string[];
} {
  const counts: Record<Level, number> = {
    ok: 0,
    due: 0,
    urgent: 0,
    broken: 0,
    "not-yet-valid": 0,
    expired: 0,
    unknown: 0,
  };
  const tags = new Set<string>();
  const owners = new Set<string>();
  for (const { host, verdict } of rows) {
    counts[verdict.level]++;
    for (const tag of host.tags) tags.add(tag);
    if (host.owner !== "") owners.add(host.owner);
  }
  return { levels: counts, tags: [...tags].sort(), owners: [...owners].sort() };
}
