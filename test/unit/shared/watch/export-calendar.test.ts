import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultThresholds } from "../../../../shared/verdict/verdict.ts";
import { calendarLines, calendarText } from "../../../../shared/watch/calendar-text.ts";
import { exportCalendar } from "../../../../shared/watch/export-calendar.ts";
import { anyHost, day, hostileText, now, watched } from "./watched-hosts.ts";

const unfolded = (text: string): readonly string[] => text.replaceAll("\r\n ", "").split("\r\n");
const exported = (...hosts: Parameters<typeof exportCalendar>[0][]): string =>
  exportCalendar(
    hosts.flatMap((each) => [...each]),
    now,
    defaultThresholds,
  );

describe("the calendar", () => {
  it("folds lines at 75 octets, cuts no character, and unfolds to what it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        const line = `SUMMARY:${calendarText(text)}`;
        const folded = calendarLines([line]);
        expect(folded.endsWith("\r\n")).toBe(true);
        for (const part of folded.slice(0, -2).split("\r\n"))
          expect(new TextEncoder().encode(part).length).toBeLessThanOrEqual(75);
        expect(folded.slice(0, -2).replaceAll("\r\n ", "")).toBe(line);
      }),
    );
  });

  it("escapes text so that no line can be smuggled in", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const escaped = calendarText(text);
        expect(escaped).not.toMatch(/[\r\n]/);
        const back = escaped.replace(/\\([\\;,n])/g, (_, character) => (character === "n" ? "\n" : character));
        expect(back).toBe(text.replace(/\r\n|\r/g, "\n"));
      }),
    );
  });

  it("has an event for each certificate at its end, with an alarm at due and at urgent", () => {
    const lines = unfolded(exported([watched("a.example")]));
    expect(lines).toContain("DTSTART:20270302T120000Z");
    expect(lines).toContain("DTSTAMP:20261122T120000Z");
    expect(lines.filter((line) => line.startsWith("TRIGGER"))).toEqual(["TRIGGER:-PT43200M", "TRIGGER:-PT10080M"]);
  });

  it("keeps the UID of a certificate and shares it among hosts", () => {
    const seen = { sha256: "a".repeat(64) };
    const one = exported([watched("a.example", { seen }), watched("b.example", { seen })]);
    const later = exportCalendar([watched("b.example", { seen })], now + day, defaultThresholds);
    const uids = [one, later].map((text) => unfolded(text).filter((line) => line.startsWith("UID:")));
    expect(uids[0]).toEqual([`UID:${"a".repeat(64)}@certificate.notafter.invalid`]);
    expect(uids[1]).toEqual(uids[0]);
  });

  it("rings no alarm that is past, and leaves out hosts without dates", () => {
    const { lastSeen: _, ...unseen } = watched("new.example");
    const text = exported([watched("due.example", { ahead: 20 }), watched("gone.example", { ahead: -1 }), unseen]);
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(text.match(/TRIGGER:.*/g)).toEqual(["TRIGGER:-PT10080M"]);
  });

  it("is one calendar whatever the hosts hold", () => {
    fc.assert(
      fc.property(fc.array(anyHost, { maxLength: 5 }), (hosts) => {
        const lines = unfolded(exported(hosts));
        expect(lines.filter((line) => !/^[A-Z-]+[:;]/.test(line))).toEqual([""]);
        expect(lines.filter((line) => line === "BEGIN:VEVENT").length).toBe(
          lines.filter((line) => line === "END:VEVENT").length,
        );
      }),
    );
  });
});
