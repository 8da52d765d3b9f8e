import type { Observation } from "../../../shared/observation/observation.ts";
import { targetOf } from "../../../shared/watch/host-address.ts";
import { targetKey } from "../../../shared/watch/host-list.ts";
import { recordVisit, tellsNews } from "../../../shared/watch/record-check.ts";
import { seenCertificate } from "../../../shared/watch/seen-certificate.ts";
import { knownDistrust } from "../description/known-distrust.ts";
import { alarmTime } from "../platform/alarms.ts";
import { loadSettings } from "../platform/settings.ts";
import { existingDatabase } from "../store/connection.ts";
import { keepCheck } from "../store/kept-checks.ts";
import { findWatchedHost } from "../store/watch-list.ts";
import { becameNotable, notifyDue } from "./notify-due.ts";

/**
 * Keeps what a page showed where its host is watched: the list is then fresh without a check. Not for private windows.
 * Where no check is planned nothing is watched, and the database stays closed.
 */
export async function keepVisited(seen: Observation, now: number): Promise<void> {
  if (seen.leaf === undefined || (await alarmTime("check")) === undefined) return;
  const certificate = seenCertificate(seen, knownDistrust);
  const opened = await existingDatabase();
  if (certificate === undefined || !opened?.ok) return;
  const id = targetKey(targetOf(seen.origin));
  const host = await findWatchedHost(opened.value, id);
  if (!host.ok || host.value === undefined || !tellsNews(host.value, certificate)) return;
  const kept = await keepCheck(opened.value, id, (stored) => recordVisit(stored, certificate), seen.leaf);
  if (!kept.ok || kept.value === undefined) return;
  const { thresholds } = await loadSettings();
  if (becameNotable(host.value, kept.value, thresholds, now)) await notifyDue();
}
