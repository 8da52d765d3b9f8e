import { browser } from "./browser.ts";
import { report } from "./report.ts";

/** The alarms of the background, by what they wake it for. */
export type AlarmName = "check" | "notify";

/** Sets the alarm to ring once at `when` (epoch milliseconds), in place of what it was set to. Browsers ring no sooner than 30 s from now. */
export async function setAlarm(name: AlarmName, when: number): Promise<void> {
  await browser.alarms.create(name, { when });
}

export async function clearAlarm(name: AlarmName): Promise<void> {
  await browser.alarms.clear(name);
}

/** When the alarm rings next, epoch milliseconds; undefined where it is not set. */
export async function alarmTime(name: AlarmName): Promise<number | undefined> {
  return (await browser.alarms.get(name))?.scheduledTime;
}

/** Calls back when an alarm rang. */
export function onAlarm(act: (name: AlarmName) => Promise<void>): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === "check" || name === "notify") act(name).catch((error) => report(`the alarm ${name}`, error));
  });
}
