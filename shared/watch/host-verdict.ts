import { judge } from "../verdict/judge.ts";
import type { Thresholds, Verdict } from "../verdict/verdict.ts";
import type { WatchedHost } from "./watched-host.ts";

/**
 * The verdict on a watched host at `now` (epoch milliseconds), without reading its certificate again: what `judge` says
 * of the dates, joined with the faults that it found when the certificate was seen.
 */
export function verdictOf(
  { lastSeen, thresholds: own }: Pick<WatchedHost, "lastSeen" | "thresholds">,
  now: number,
  thresholds: Thresholds,
): Verdict {
  if (lastSeen?.undated !== undefined) return { level: lastSeen.undated, reasons: lastSeen.faults };
  const { notBefore, notAfter, via, seenAt, faults, faultsOutside } = lastSeen ?? { faults: [], faultsOutside: [] };
  if (notBefore === undefined || notAfter === undefined || via === undefined || seenAt === undefined)
    return judge({ observation: undefined, now, thresholds, distrust: [] });
  const observation = { origin: anyOrigin, via, seenAt, trust: "trusted", notBefore, notAfter } as const;
  const dated = judge({ observation, now, thresholds: own ?? thresholds, distrust: [] });
  if (dated.level === "expired" || dated.level === "not-yet-valid") {
    return { ...dated, reasons: [...dated.reasons, ...faultsOutside] };
  }
  return faults.length === 0 ? dated : { ...dated, level: "broken", reasons: [...faults, ...dated.reasons] };
}

/** The dates are judged without regard to where they were seen. */
const anyOrigin = "https://host.invalid";
