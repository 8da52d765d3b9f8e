import { isOfTheNetwork, lookDetail } from "../../../shared/observation/look-problem.ts";
import { type CheckResult, recordCheck } from "../../../shared/watch/record-check.ts";
import { seenCertificate } from "../../../shared/watch/seen-certificate.ts";
import type { WatchedHost } from "../../../shared/watch/watched-host.ts";
import { knownDistrust } from "../description/known-distrust.ts";
import { report } from "../platform/report.ts";
import type { Look } from "../sources/look.ts";
import type { Database } from "../store/database.ts";
import { keepCheck } from "../store/kept-checks.ts";
import type { CheckEnd } from "./check-round.ts";
import { keepForVisited } from "./refresh-tabs.ts";

/** Longest time for one host, milliseconds: two sources one after the other, each with its own patience below it. */
const patience = 30_000;

interface Checking {
  readonly database: Database;
  readonly look: Look;
  readonly now: () => number;
  /** Called with the host as it was and as it is now. */
  readonly checked: (before: WatchedHost, after: WatchedHost) => void;
}

/** Looks at a watched host and keeps what came of it. */
export async function checkHost(host: WatchedHost, { database, look, now, checked }: Checking): Promise<CheckEnd> {
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(), patience);
  const seen = await look(host, end.signal);
  clearTimeout(timer);
  // Before the record is written: whoever hears of that finds the session up to date.
  if (seen.ok && host.starttls === undefined) await keepForVisited(seen.value);
  const certificate = seen.ok ? seenCertificate(seen.value, knownDistrust) : undefined;
  const result: CheckResult =
    certificate !== undefined
      ? { outcome: "seen", seen: certificate }
      : { outcome: "failed", detail: lookDetail(seen.ok ? { code: "not-told" } : seen.problem) };
  const at = now();
  let before = host;
  const change = (stored: WatchedHost): WatchedHost => {
    before = stored;
    return recordCheck(stored, result, at);
  };
  const kept = await keepCheck(database, host.id, change, seen.ok ? seen.value.leaf : undefined);
  if (!kept.ok) {
    report("keeping a check", kept.problem);
    return "not-kept";
  }
  if (kept.value !== undefined) checked(before, kept.value);
  return !seen.ok && isOfTheNetwork(seen.problem) ? "no-network" : "kept";
}
