import { groupText, type NotifiedCertificate, notificationText } from "../messages/en/notification.ts";
import type { Thresholds, Verdict } from "../verdict/verdict.ts";
import { isSnoozed } from "./edit-host.ts";
import { addressText } from "./host-address.ts";
import { verdictOf } from "./host-verdict.ts";
import { type NotifiedLevel, notifiedLevel } from "./notified-level.ts";
import type { WatchedHost } from "./watched-host.ts";

/** That a certificate was notified at a level: a record of the store, so that it happens once. */
export interface NotificationMark {
  /** `<certificate>:<level>`. */
  readonly key: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

export interface Notification {
  /** The same for the same subject, so that the browser replaces instead of repeating. */
  readonly id: string;
  readonly level: NotifiedLevel;
  readonly title: string;
  readonly message: string;
  /** Ids of the hosts that it is about. */
  readonly hosts: readonly string[];
  /** Where a click leads: the renewal of that host, or the dashboard (with these hosts). */
  readonly opens: { readonly page: "renewal"; readonly host: string } | { readonly page: "dashboard" };
}

export interface NotificationSettings {
  readonly now: number;
  readonly thresholds: Thresholds;
  /** Formats epoch milliseconds as a date of the user's locale. */
  readonly formatDate: (time: number) => string;
}

export interface Notified {
  readonly show: readonly Notification[];
  /** To be stored with the notification. */
  readonly newMarks: readonly NotificationMark[];
}

/** More than this at once become one. */
export const mostSingly = 3;

const gravity: Readonly<Record<NotifiedLevel, number>> = { expired: 0, broken: 1, urgent: 2, due: 3 };

interface Candidate {
  readonly certificate: string;
  readonly level: NotifiedLevel;
  readonly verdict: Verdict;
  readonly hosts: WatchedHost[];
}

/**
 * What to tell the user now: each certificate (SHA-256) once at each level, whatever hosts show it; none for snoozed
 * hosts, whose turn comes when the snooze ends; one message where there are many. A certificate that was told `urgent`
 * is not told `due` afterwards.
 */
export function notificationsFor(
  hosts: Iterable<WatchedHost>,
  marks: Iterable<Pick<NotificationMark, "key">>,
  { now, thresholds, formatDate }: NotificationSettings,
): Notified {
  const told = new Set([...marks].map(({ key }) => key));
  const candidates = [...candidatesOf(hosts, now, thresholds)]
    .filter(({ certificate, level }) => !told.has(`${certificate}:${level}`))
    .sort((one, other) => gravity[one.level] - gravity[other.level] || endOf(one) - endOf(other));
  const newMarks = candidates
    .flatMap(({ certificate, level }) => [level, ...overtaken[level]].map((each) => `${certificate}:${each}`))
    .filter((key) => !told.has(key))
    .map((key) => ({ key, at: now }));
  const [first] = candidates;
  if (first === undefined) return { show: [], newMarks: [] };
  if (candidates.length <= mostSingly)
    return { show: candidates.map((one) => single(one, describe(one, formatDate))), newMarks };
  const group: Notification = {
    id: `notafter:group:${now}`,
    level: first.level,
    ...groupText(candidates.map((one) => describe(one, formatDate))),
    hosts: candidates.flatMap((one) => one.hosts.map(({ id }) => id)),
    opens: { page: "dashboard" },
  };
  return { show: [group], newMarks };
}

/** What a level makes idle talk of. */
const overtaken: Readonly<Record<NotifiedLevel, readonly NotifiedLevel[]>> = {
  due: [],
  urgent: ["due"],
  expired: ["due", "urgent"],
  broken: [],
};

const endOf = ({ verdict }: Candidate): number => verdict.notAfter ?? Number.MAX_SAFE_INTEGER;

function candidatesOf(hosts: Iterable<WatchedHost>, now: number, thresholds: Thresholds): Iterable<Candidate> {
  const found = new Map<string, Candidate>();
  for (const host of hosts) {
    if (isSnoozed(host, now)) continue;
    const verdict = verdictOf(host, now, thresholds);
    const level = notifiedLevel(verdict.level);
    if (level === undefined) continue;
    const certificate = host.lastSeen?.sha256 ?? host.id;
    const known = found.get(`${certificate}:${level}`);
    if (known) known.hosts.push(host);
    else found.set(`${certificate}:${level}`, { certificate, level, verdict, hosts: [host] });
  }
  return found.values();
}

function describe({ level, verdict, hosts }: Candidate, formatDate: (time: number) => string): NotifiedCertificate {
  const { remaining, notAfter, reasons } = verdict;
  const [reason] = reasons;
  return {
    level,
    addresses: hosts.map(addressText),
    ...(remaining !== undefined && { remaining }),
    ...(notAfter !== undefined && { endDate: formatDate(notAfter) }),
    ...(reason !== undefined && { reason }),
  };
}

function single({ certificate, level, hosts }: Candidate, described: NotifiedCertificate): Notification {
  const [only] = hosts;
  return {
    id: `notafter:${certificate}:${level}`,
    level,
    ...notificationText(described),
    hosts: hosts.map(({ id }) => id),
    opens: only !== undefined && level !== "broken" ? { page: "renewal", host: only.id } : { page: "dashboard" },
  };
}

const keptFor = 400 * 86_400_000;

/**
 * The keys of marks that nothing needs any more: old ones of certificates that no watched host shows, and those of hosts
 * whose trouble came without a certificate and is over, so that the next time is told again.
 */
export function staleMarks(
  marks: Iterable<NotificationMark>,
  hosts: Iterable<WatchedHost>,
  { now, thresholds }: Pick<NotificationSettings, "now" | "thresholds">,
): readonly string[] {
  const shown = new Set<string>();
  const well = new Set<string>();
  for (const host of hosts) {
    shown.add(host.lastSeen?.sha256 ?? host.id);
    if (notifiedLevel(verdictOf(host, now, thresholds).level) === undefined) well.add(host.id);
  }
  return [...marks].flatMap(({ key, at }) => {
    const certificate = key.slice(0, key.lastIndexOf(":"));
    return well.has(certificate) || (at < now - keptFor && !shown.has(certificate)) ? [key] : [];
  });
}
