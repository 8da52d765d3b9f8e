import { readBackupContent, writeBackupContent } from "../../../shared/watch/backup-content.ts";
import { targetOf } from "../../../shared/watch/host-address.ts";
import { targetKey } from "../../../shared/watch/host-list.ts";
import { recordVisit } from "../../../shared/watch/record-check.ts";
import { seenCertificate } from "../../../shared/watch/seen-certificate.ts";
import { knownDistrust } from "../description/known-distrust.ts";
import type { UnwatchAnswer, WatchAnswer, WatchFailure, WatchState } from "../platform/protocol.ts";
import { database, existingDatabase } from "../store/connection.ts";
import { importEverything, type RestoreProblem } from "../store/everything.ts";
import { forgetHosts } from "../store/forgotten-hosts.ts";
import { watchHost } from "../store/kept-checks.ts";
import { currentVersion } from "../store/migrations.ts";
import { storeProblemText } from "../store/problem-text.ts";
import { findObservationFor } from "../store/tab-observations.ts";
import { findWatchedHost } from "../store/watch-list.ts";

/** Whether an https origin is on the watch list. To look makes no database. */
export async function watchState(origin: string): Promise<WatchState> {
  const opened = await existingDatabase();
  if (opened === undefined) return { kind: "not-watched" };
  const host = opened.ok ? await findWatchedHost(opened.value, targetKey(targetOf(origin))) : opened;
  if (!host.ok) return problem(host.problem);
  return host.value === undefined ? { kind: "not-watched" } : { kind: "watched", id: host.value.id };
}

/** Puts an https origin on the watch list, with what the tab showed of its certificate: both or nothing. */
export async function watchOrigin(tabId: number, origin: string, now: number): Promise<WatchAnswer> {
  const [opened, observation] = await Promise.all([database(), findObservationFor(tabId, origin)]);
  if (!opened.ok) return problem(opened.problem);
  const seen = observation && seenCertificate(observation, knownDistrust);
  const target = targetOf(origin);
  const kept = await watchHost(
    opened.value,
    target,
    now,
    (host) => (seen === undefined ? host : recordVisit(host, seen)),
    observation?.leaf,
  );
  return kept.ok ? { kind: "watched", id: targetKey(target) } : problem(kept.problem);
}

/** Forgets a watched host with all that is known of it. What was forgotten is in the answer, and nowhere else. */
export async function unwatch(id: string): Promise<UnwatchAnswer> {
  const opened = await database();
  const forgotten = opened.ok ? await forgetHosts(opened.value, [id]) : opened;
  if (!forgotten.ok) return problem(forgotten.problem);
  return {
    kind: "unwatched",
    id,
    undo: writeBackupContent({ schema: currentVersion, stores: { ...forgotten.value } }),
  };
}

/** Takes `unwatch` back: the host as it was, with its notes, its certificate and what was notified of it. */
export async function watchAgain(id: string, undo: string): Promise<WatchAnswer> {
  const content = readBackupContent(undo);
  if (content === undefined) return problem({ code: "bad-record", store: "hosts", index: 0 });
  const opened = await database();
  const restored = opened.ok ? await importEverything(opened.value, content) : opened;
  return restored.ok ? { kind: "watched", id } : problem(restored.problem);
}

const problem = (found: RestoreProblem): WatchFailure => ({
  kind: "problem",
  problem: found,
  text: storeProblemText(found),
});
