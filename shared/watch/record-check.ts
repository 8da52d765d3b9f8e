import { dailyCheck, nextCheck } from "./check-schedule.ts";
import type { SeenCertificate, WatchedHost } from "./watched-host.ts";

/** How a check ended: with what was seen, or with why nothing was (a code, or the other side's words: hostile text). */
export type CheckResult =
  | { readonly outcome: "seen"; readonly seen: SeenCertificate }
  | { readonly outcome: "failed"; readonly detail: string };

/**
 * The host after a check that ended at `now` (epoch milliseconds). A failure keeps what was seen before: an unreachable
 * server's certificate goes on ageing.
 */
export function recordCheck(host: WatchedHost, result: CheckResult, now: number, interval = dailyCheck): WatchedHost {
  const seen = result.outcome === "seen";
  const checked: WatchedHost = {
    ...host,
    lastCheck: { at: now, outcome: result.outcome, ...(!seen && { detail: result.detail.slice(0, 500) }) },
    ...(seen && { lastSeen: newerSeen(host.lastSeen, result.seen) }),
    failures: seen ? 0 : host.failures + 1,
  };
  return { ...checked, nextCheckAt: nextCheck(checked, now, interval) };
}

/**
 * The host after somebody visited it and a certificate was seen: a check that nobody had to make, at the time of that visit.
 * A visit before the last check that saw something tells nothing new.
 */
export function recordVisit(host: WatchedHost, seen: SeenCertificate): WatchedHost {
  if (host.lastCheck !== undefined && host.lastCheck.at >= seen.seenAt) return host;
  return recordCheck(host, { outcome: "seen", seen }, seen.seenAt);
}

/** A check that finished late does not put an older certificate over a newer one. */
function newerSeen(known: SeenCertificate | undefined, seen: SeenCertificate): SeenCertificate {
  if (known === undefined) return seen;
  if (known.seenAt > seen.seenAt) return known;
  if (seen.undated === undefined || seen.sha256 !== undefined || known.notAfter === undefined) return seen;
  // A browser's refusal tells no dates: those that are known go on, with what the browser now holds against them.
  const { trust, via, seenAt, faults } = seen;
  return { ...known, trust, via, seenAt, faults };
}

/**
 * Whether a page that the user opened tells something about a watched host that is worth a write: another certificate,
 * another trust, that it can be reached again, or that it still shows the same after a day.
 */
export function tellsNews({ lastSeen, failures }: WatchedHost, seen: SeenCertificate, interval = dailyCheck): boolean {
  if (lastSeen === undefined || failures > 0) return true;
  const same = lastSeen.sha256 === seen.sha256 && lastSeen.trust === seen.trust;
  return seen.seenAt > lastSeen.seenAt && (!same || seen.seenAt - lastSeen.seenAt >= interval);
}
