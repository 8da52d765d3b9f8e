import { partTexts } from "../messages/en/parts.ts";

/** JavaScript's calendar ends 8.64e15 ms either side of 1970 (ECMA-262, "Time Values and Time Range"). */
const isDrawable = (at: number): boolean => Number.isFinite(at) && Math.abs(at) <= 8.64e15;

/** The day in the user's locale and time zone, e.g. `15 Dec 2026`; words when no calendar holds the date. */
export function dayText(at: number, locale?: string): string {
  if (!isDrawable(at)) return partTexts.noSuchDate;
  return formatOf("medium", undefined, locale).format(at);
}

/** Tables write thousands of days, and making a format takes longer than using it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>();

type Style = Intl.DateTimeFormatOptions["dateStyle"];

function formatOf(dateStyle: Style, timeStyle: Style, locale: string | undefined): Intl.DateTimeFormat {
  const key = `${dateStyle} ${timeStyle} ${locale}`;
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, { dateStyle, timeStyle });
  formats.set(key, made);
  return made;
}

/** The exact moment with seconds and time zone. */
export function exactText(at: number, locale?: string): string {
  if (!isDrawable(at)) return partTexts.noSuchDate;
  return formatOf("full", "long", locale).format(at);
}

/** The day and the time of day, for what is near: `23 Nov 2026, 14:05`. */
export function dayAndTimeText(at: number, locale?: string): string {
  if (!isDrawable(at)) return partTexts.noSuchDate;
  return formatOf("medium", "short", locale).format(at);
}

/** A day, with its exact moment on hover and for machines. */
export function Moment({ at }: { readonly at: number }) {
  if (!isDrawable(at)) return <span>{partTexts.noSuchDate}</span>;
  return (
    <time dateTime={new Date(at).toISOString()} title={exactText(at)}>
      {dayText(at)}
    </time>
  );
}

/** An ISO date from our own data (`2026-11-22`) in the user's locale. It names a day, not a moment: no time zone applies. */
export function dataDayText(iso: string, locale?: string): string {
  const at = Date.parse(`${iso}T00:00:00Z`);
  if (!isDrawable(at)) return iso;
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(at);
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** How long ago something was seen, coarsely: `4 s ago`. The clock may have been set back: never negative. */
export function agoText(elapsed: number): string {
  const past = Math.max(0, elapsed);
  if (past < second) return partTexts.justNow;
  if (past < minute) return partTexts.ago(Math.floor(past / second), "s");
  if (past < hour) return partTexts.ago(Math.floor(past / minute), "min");
  return partTexts.ago(Math.floor(past / hour), "h");
}
