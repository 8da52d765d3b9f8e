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
const newerSeen = (known: SeenCertificate | undefined, seen: SeenCertificate): SeenCertificate =>
  known !== undefined && known.seenAt > seen.seenAt ? known : seen;
