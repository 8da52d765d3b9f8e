import { attribute } from "../certificate/distinguished-name.ts";
import { visibleText } from "../display/visible-text.ts";
import { calendarTexts } from "../messages/en/calendar.ts";
import type { Thresholds } from "../verdict/verdict.ts";
import { calendarLines, calendarText, calendarTime } from "./calendar-text.ts";
import { addressText } from "./host-address.ts";
import { dueAt, urgentAt } from "./renewal-moments.ts";
import type { WatchedHost } from "./watched-host.ts";

/**
 * The ends of the certificates as iCalendar (RFC 5545): an event for each certificate, with an alarm at its due and at its
 * urgent moment where that is still ahead. An event keeps its UID as long as its certificate lives, so a second import
 * replaces and does not double. `now` is epoch milliseconds.
 */
export function exportCalendar(hosts: Iterable<WatchedHost>, now: number, thresholds: Thresholds): string {
  const certificates = new Map<string, WatchedHost[]>();
  for (const host of hosts) {
    if (host.lastSeen?.notAfter === undefined) continue;
    const key = host.lastSeen.sha256 ?? host.id;
    const known = certificates.get(key);
    if (known) known.push(host);
    else certificates.set(key, [host]);
  }
  return calendarLines([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//NotAfter//Watch list//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${calendarText(calendarTexts.name)}`,
    ...[...certificates].flatMap(([key, shown]) => event(key, shown, now, thresholds)),
    "END:VCALENDAR",
  ]);
}

function event(key: string, hosts: readonly WatchedHost[], now: number, thresholds: Thresholds): readonly string[] {
  const [first] = hosts;
  const { notBefore, notAfter, issuer = [] } = first?.lastSeen ?? {};
  if (first === undefined || notBefore === undefined || notAfter === undefined) return [];
  const addresses = hosts.map(addressText);
  const dates = { notBefore, notAfter };
  const limits = first.thresholds ?? thresholds;
  const authority = visibleText(attribute(issuer, "O") ?? attribute(issuer, "CN") ?? "", 200);
  const summary = calendarText(calendarTexts.summary(addresses));
  return [
    "BEGIN:VEVENT",
    `UID:${encodeURIComponent(key)}@certificate.notafter.invalid`,
    `DTSTAMP:${calendarTime(now)}`,
    `DTSTART:${calendarTime(notAfter)}`,
    `SUMMARY:${summary}`,
    `DESCRIPTION:${calendarText(calendarTexts.description(addresses, authority))}`,
    "TRANSP:TRANSPARENT",
    "CLASS:PRIVATE",
    ...[dueAt(dates, limits), urgentAt(dates, limits)].flatMap((at) =>
      at <= now || at >= notAfter ? [] : alarm(notAfter - at, summary),
    ),
    "END:VEVENT",
  ];
}

/** Relative to the start, which more calendars take than a date; whole minutes, never later than the moment. */
const alarm = (ahead: number, summary: string): readonly string[] => [
  "BEGIN:VALARM",
  "ACTION:DISPLAY",
  `DESCRIPTION:${summary}`,
  `TRIGGER:-PT${Math.ceil(ahead / 60_000)}M`,
  "END:VALARM",
];
