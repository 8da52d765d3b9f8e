import type { Level } from "../../../../../shared/verdict/verdict.ts";

const certificates = (count: number, shown: string): string =>
  `${shown} ${count === 1 ? "certificate" : "certificates"}`;
const end = (count: number): string => (count === 1 ? "ends" : "end");

/** Texts of the picture of the coming year. Counts come with the way the user's locale writes them. */
export const timelineTexts = {
  title: "The year ahead",
  months: "Months: press one to see only the certificates that end in it",
  today: "today",
  none: "No certificate ends in this time.",
  empty: "As soon as a certificate has been seen, its life is drawn here.",
  ending: (count: number, shown: string, day: string) => `${certificates(count, shown)} ${end(count)} by ${day}.`,
  next: "The next:",
  on: "on",
  month: (name: string, count: number, shown: string) =>
    `${name}: ${count === 0 ? "no certificate ends" : `${certificates(count, shown)} ${end(count)}`}`,
  week: (day: string, count: number, shown: string, levels: string) =>
    `Week from ${day}: ${certificates(count, shown)} ${end(count)} (${levels})`,
  levels: {
    ok: "not due",
    due: "due",
    urgent: "urgent",
    expired: "expired",
    "not-yet-valid": "not valid yet",
    broken: "not accepted",
    unknown: "not known",
  } satisfies Record<Level, string>,
  ofLevel: (shown: string, level: string) => `${shown} ${level}`,
  legend: "Bars run from issue to end; the strong part is the renewal window.",
  legendMany: "Each column is a week; its height is how many certificates end in it.",
  most: (shown: string) => `${shown} a week`,
  more: (count: number, shown: string) => `${shown} more ${end(count)} later: they are in the table.`,
  others: (count: string) => `+${count}`,
  othersSpoken: (count: string) => `(and ${count} more hosts)`,
  shows: (day: string) => `ends ${day}`,

  ended: (count: number, shown: string) => `${certificates(count, shown)} ended before.`,
  later: (count: number, shown: string) => `${certificates(count, shown)} ${end(count)} after.`,
  undated: (count: number, shown: string) =>
    count === 1 ? "1 host has shown no dates yet." : `${shown} hosts have shown no dates yet.`,

  cap: (days: number) => `at most ${days} days`,
  capShort: (days: number) => `${days} days`,
  capSentence: (day: string, days: number) => `From ${day} on, new certificates last at most ${days} days.`,
  capSource: (title: string, checked: string) => `Source: ${title}, checked on ${checked}.`,
  source: "Source",

  table: "Certificates that end, month by month",
  monthHead: "Month",
  endingHead: "End",
};
