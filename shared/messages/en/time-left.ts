import { day } from "../../verdict/judge-dates.ts";

const hour = 3_600_000;

const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? "" : "s"}`;

/** A duration in words, rounded down: `23 days`, `47 hours`, `12 minutes`, `2 years`. */
export function duration(milliseconds: number): string {
  const positive = Math.max(0, milliseconds);
  if (positive < hour) return positive < 60_000 ? "less than a minute" : count(Math.floor(positive / 60_000), "minute");
  if (positive < 2 * day) return count(Math.floor(positive / hour), "hour");
  const days = Math.floor(positive / day);
  return days < 1000 ? count(days, "day") : count(Math.floor(days / 365), "year");
}

/** `23 days left`, or `ended 3 days ago`: from `remaining` in milliseconds. */
export const timeLeft = (remaining: number): string =>
  remaining > -1000 ? `${duration(remaining)} left` : `ended ${duration(-remaining)} ago`;
