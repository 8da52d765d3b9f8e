import { onAlarm } from "../platform/alarms.ts";
import { onOnline } from "../platform/network.ts";
import { onNotificationClicked } from "../platform/notifications.ts";
import { report } from "../platform/report.ts";
import { startWithBrowser } from "../platform/session.ts";
import { checkDue } from "./check-due.ts";
import { notifyDue } from "./notify-due.ts";
import { openNotification } from "./open-notification.ts";
import { planSession } from "./plan-session.ts";
import { retryUnasked } from "./retry-unasked.ts";

const run = (doing: string, work: Promise<void>): void => {
  work.catch((error) => report(doing, error));
};

/** Registers what wakes the watch list: its alarms, clicks on its notifications, and a network that is back. */
export function listenForWatchList(): void {
  startWithBrowser();
  onAlarm((name) => (name === "check" ? checkDue() : notifyDue()));
  onNotificationClicked(openNotification);
  onOnline(() => run("checking after a time without network", checkDue()));
  run("planning the watch list", planSession());
}

/** A permission or a setting has changed: what could not be asked or told may be possible now. */
export function catchUpWatchList(): void {
  onNotificationClicked(openNotification);
  run("telling what is due", notifyDue());
  run("asking again", retryUnasked());
}

/** A page has put hosts on the list, or wants them checked. */
export function checkForUser(): void {
  run("checking the watch list", checkDue({ byUser: true }));
}
