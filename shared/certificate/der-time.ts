import { body, type DerElement, DerError } from "./der-reader.ts";
import { readLatin1 } from "./der-string.ts";

const utcTime = 0x17;
const generalizedTime = 0x18;

/**
 * The moment that a UTCTime (`YYMMDDhhmmssZ`) or GeneralizedTime (`YYYYMMDDhhmmssZ`) names, in epoch milliseconds.
 * Forms that RFC 5280 §4.1.2.5 rules out (fractions, offsets, no seconds) and dates that no calendar has are refused:
 * a guessed date is worse than none. Throws `DerError`.
 */
export function readTime(element: DerElement): number {
  const text = element.end - element.bodyStart > 15 ? "" : readLatin1(body(element));
  const form = element.tag === utcTime ? /^\d{12}Z$/ : element.tag === generalizedTime ? /^\d{14}Z$/ : undefined;
  const time = form?.test(text) ? momentOf(text.length === 13 ? centuryOf(text) + text : text) : undefined;
  if (time === undefined) throw new DerError("not-der", element.start);
  return time;
}

/** RFC 5280 §4.1.2.5.1: two-digit years from 50 on are of the 20th century. */
const centuryOf = (utcTimeText: string): string => (utcTimeText >= "5" ? "19" : "20");

/** `YYYYMMDDhhmmssZ` to epoch milliseconds; undefined where a field is outside its range (31 February, hour 24 …). */
function momentOf(text: string): number | undefined {
  const field = (from: number): number => Number(text.slice(from, from + 2));
  const year = Number(text.slice(0, 4));
  const [month, day, hour, minute, second] = [field(4), field(6), field(8), field(10), field(12)];
  // Not Date.UTC: it takes the years 0 to 99 for 1900 to 1999.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  return real ? date.setUTCHours(hour, minute, second) : undefined;
}
