import type { Thresholds } from "../../../shared/verdict/verdict.ts";
import { verdictOf } from "../../../shared/watch/host-verdict.ts";
import { notificationsFor, staleMarks } from "../../../shared/watch/notifications.ts";
import { notifiedLevel } from "../../../shared/watch/notified-level.ts";
import type { WatchedHost } from "../../../shared/watch/watched-host.ts";
import { clearAlarm, setAlarm } from "../platform/alarms.ts";
import { formatDay } from "../platform/dates.ts";
import { showNotification } from "../platform/notifications.ts";
import { hasNotificationPermission } from "../platform/permissions.ts";
import { report } from "../platform/report.ts";
import { loadSettings } from "../platform/settings.ts";
import { existingDatabase } from "../store/connection.ts";
import { keepMarks, notificationMarks } from "../store/notification-marks.ts";
import { watchedHosts } from "../store/watch-list.ts";

/** Levels change by the clock alone: so often the whole list is looked at, check or no check. */
const lookEvery = 6 * 3_600_000;

let last: Promise<void> = Promise.resolve();

/**
 * Tells the user of the watched hosts that need attention and have not been told yet, where notifications are wanted and
 * allowed; where they are not, nothing is marked as told, so that it comes with the permission. One call at a time.
 */
export function notifyDue(): Promise<void> {
  const mine = last.then(lookAtAll);
  last = mine.catch(() => undefined); // the caller gets the failure
  return mine;
}

async function lookAtAll(): Promise<void> {
  const [settings, allowed] = await Promise.all([loadSettings(), hasNotificationPermission()]);
  if (!settings.notifications || !allowed) return clearAlarm("notify");
  const now = Date.now();
  const opened = await existingDatabase();
  if (opened === undefined) return clearAlarm("notify");
  await setAlarm("notify", now + lookEvery);
  if (!opened.ok) return report("reading what to notify", opened.problem);
  const [hosts, marks] = await Promise.all([watchedHosts(opened.value), notificationMarks(opened.value)]);
  if (!hosts.ok) return report("reading what to notify", hosts.problem);
  if (!marks.ok) return report("reading what was notified", marks.problem);
  if (hosts.value.length === 0 && marks.value.length === 0) return clearAlarm("notify");
  const { thresholds } = settings;
  const stale = staleMarks(marks.value, hosts.value, { now, thresholds });
  const { show, newMarks } = notificationsFor(hosts.value, marks.value, { now, thresholds, formatDate: formatDay });
  // Shown first and marked afterwards: killed in between, it is shown once more, under the same name. Never is it not shown.
  for (const each of show) await showNotification(each);
  const kept = await keepMarks(opened.value, newMarks, stale);
  if (!kept.ok) report("keeping what was notified", kept.problem);
}

/** Whether a check put a host at a level that is notified, or showed another certificate at one. */
export function becameNotable(before: WatchedHost, after: WatchedHost, thresholds: Thresholds, now: number): boolean {
  const level = notifiedLevel(verdictOf(after, now, thresholds).level);
  if (level === undefined) return false;
  const was = before.lastSeen && verdictOf(before, before.lastCheck?.at ?? now, thresholds).level;
  return was === undefined || notifiedLevel(was) !== level || before.lastSeen?.sha256 !== after.lastSeen?.sha256;
}
