import { isOfThisSide, readLookDetail } from "../../../shared/observation/look-problem.ts";
import { alarmTime } from "../platform/alarms.ts";
import { existingDatabase } from "../store/connection.ts";
import { checkNow, watchedHosts } from "../store/watch-list.ts";
import { checkDue } from "./check-due.ts";

/** Checks the hosts at once that nobody here could ask the last time: a permission or a switch may have changed that. */
export async function retryUnasked(): Promise<void> {
  if ((await alarmTime("check")) === undefined) return;
  const opened = await existingDatabase();
  if (!opened?.ok) return;
  const hosts = await watchedHosts(opened.value);
  if (!hosts.ok) return;
  const unasked = hosts.value.filter(
    ({ lastCheck }) => lastCheck?.detail !== undefined && isOfThisSide(readLookDetail(lastCheck.detail)),
  );
  if (unasked.length === 0) return;
  const now = Date.now();
  await checkNow(
    opened.value,
    unasked.map(({ id }) => id),
    now,
  );
  await checkDue();
}
