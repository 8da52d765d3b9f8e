import { setAlarm } from "../platform/alarms.ts";
import { isFirstStart } from "../platform/session.ts";
import { planNext } from "./check-due.ts";

/** What was missed while the browser was closed comes a little after its start, when it has done what users wait for. */
const settling = 60_000;

/**
 * Sets the alarms anew, once a browser session: Firefox forgets them when it is closed, Chromium may (its "alarms" page),
 * and both do when the extension is disabled for a while.
 */
export async function planSession(): Promise<void> {
  if (!(await isFirstStart())) return;
  await planNext();
  await setAlarm("notify", Date.now() + settling);
}
