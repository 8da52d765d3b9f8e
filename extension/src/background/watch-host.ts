import { targetKey } from "../../../shared/watch/host-list.ts";
import { recordCheck } from "../../../shared/watch/record-check.ts";
import { seenCertificate } from "../../../shared/watch/seen-certificate.ts";
import { knownDistrust } from "../description/known-distrust.ts";
import type { UnwatchAnswer, WatchAnswer } from "../platform/protocol.ts";
import { database } from "../store/connection.ts";
import type { StoreProblem } from "../store/store-problem.ts";
import { findObservationFor } from "../store/tab-observations.ts";
import { forgetHosts, keepCheck, watchHosts } from "../store/watch-list.ts";

/** The address that an https origin names. */
export function targetOf(origin: string): { readonly host: string; readonly port: number } {
  const { hostname, port } = new URL(origin);
  return { host: hostname.replace(/\.$/, ""), port: port === "" ? 443 : Number(port) };
}

/** Puts an https origin on the watch list, with what the tab showed of its certificate. */
export async function watchOrigin(tabId: number, origin: string, now: number): Promise<WatchAnswer> {
  const opened = await database();
  if (!opened.ok) return problem(opened.problem);
  const added = await watchHosts(opened.value, [targetOf(origin)], now);
  if (!added.ok) return problem(added.problem);
  const id = targetKey(targetOf(origin));
  const observation = await findObservationFor(tabId, origin);
  const seen = observation && seenCertificate(observation, knownDistrust);
  if (seen !== undefined) {
    const kept = await keepCheck(
      opened.value,
      id,
      (host) => recordCheck(host, { outcome: "seen", seen }, now),
      observation?.leaf,
    );
    if (!kept.ok) return problem(kept.problem);
  }
  return { kind: "watched", id };
}

/** Forgets a watched host with all that is known of it. */
export async function unwatch(id: string): Promise<UnwatchAnswer> {
  const opened = await database();
  const forgotten = opened.ok ? await forgetHosts(opened.value, [id]) : opened;
  return forgotten.ok ? { kind: "unwatched", id } : problem(forgotten.problem);
}

const problem = (found: StoreProblem): { readonly kind: "problem"; readonly problem: StoreProblem } => ({
  kind: "problem",
  problem: found,
});
