import { describe, expect, it } from "vitest";
import { defaultThresholds } from "../../../../shared/verdict/verdict.ts";
import { type NotificationMark, notificationsFor, staleMarks } from "../../../../shared/watch/notifications.ts";
import type { WatchedHost } from "../../../../shared/watch/watched-host.ts";
import { day, now, sha256Like, watched } from "./watched-hosts.ts";

const settings = (at: number) => ({
  now: at,
  thresholds: defaultThresholds,
  formatDate: (time: number) => new Date(time).toISOString().slice(0, 10),
});
const notify = (hosts: readonly WatchedHost[], marks: readonly NotificationMark[] = [], at = now) =>
  notificationsFor(hosts, marks, settings(at));

describe("notifications", () => {
  it.each([
    ["due", { ahead: 20 }, /renewal is due$/, /^20 days left, until 2026-12-12\. Open .* to renew it\.$/, "renewal"],
    ["urgent", { ahead: 3 }, /renewal is urgent$/, /^3 days left, until 2026-11-25\. Renew it now/, "renewal"],
    ["expired", { ahead: -2 }, /has expired$/, /^It ended 2 days ago, on 2026-11-20\..*renew it\.$/, "renewal"],
    [
      "broken",
      { seen: { faults: [{ code: "revoked" as const }] } },
      /refuse the certificate$/,
      /revoked.*2027-03-02\. Open .* what to do\.$/,
      "dashboard",
    ],
  ] as const)("tell of %s with the date and the next step", (level, wish, title, message, page) => {
    const { show, newMarks } = notify([watched("www.example.com", wish)]);
    expect(show).toHaveLength(1);
    expect(show[0]).toMatchObject({ level, hosts: ["www.example.com:443"], opens: { page } });
    expect(show[0]?.title).toMatch(/^www\.example\.com: /);
    expect(show[0]?.title).toMatch(title);
    expect(show[0]?.message).toMatch(message);
    expect(newMarks.map(({ key }) => key)).toContain(`${sha256Like("www.example.com")}:${level}`);
  });

  it("come once for each certificate and level over its whole life, and again for the next certificate", () => {
    const told: string[] = [];
    let marks: readonly NotificationMark[] = [];
    const live = (host: WatchedHost, from: number, until: number) => {
      for (let at = from; at < until; at += day / 2) {
        const { show, newMarks } = notify([host], marks, at);
        marks = [...marks, ...newMarks];
        told.push(...show.map(({ level }) => level));
      }
    };
    const host = watched("a.example", { behind: 0, ahead: 199 });
    live(host, now, now + 210 * day);
    expect(told).toEqual(["due", "urgent", "expired"]);
    live(watched("a.example", { behind: 0, ahead: 20, seen: { sha256: "c".repeat(64) } }), now, now + 21 * day);
    expect(told).toEqual(["due", "urgent", "expired", "due", "urgent", "expired"]);
    expect(new Set(marks.map(({ key }) => key)).size).toBe(marks.length);
  });

  it("do not tell due after urgent, when thresholds were widened in between", () => {
    const host = watched("a.example", { ahead: 3 });
    const { newMarks } = notify([host]);
    const wider = { ...host, thresholds: { dueDays: 30, urgentDays: 1 } };
    expect(notify([wider], newMarks).show).toEqual([]);
  });

  it("are one for hosts that share a certificate, and lead to the first of them", () => {
    const seen = { sha256: "d".repeat(64) };
    const { show } = notify([watched("a.example", { ahead: 20, seen }), watched("b.example", { ahead: 20, seen })]);
    expect(show.map(({ title, opens }) => [title, opens])).toEqual([
      ["a.example and 1 more: renewal is due", { page: "renewal", host: "a.example:443" }],
    ]);
  });

  it("are single up to three and one above, gravest first, nothing forgotten", () => {
    const ends = [20, -1, 3, 10];
    const hosts = ends.map((ahead, index) => watched(`h${index}.example`, { ahead }));
    expect(notify(hosts.slice(0, 3)).show.map(({ level }) => level)).toEqual(["expired", "urgent", "due"]);
    const { show, newMarks } = notify(hosts);
    expect(show).toHaveLength(1);
    expect(show[0]).toMatchObject({
      title: "4 certificates need attention",
      message: "1 expired, 1 urgent, 2 due. Next to end: h2.example, on 2026-11-25. Open this message for the list.",
      opens: { page: "dashboard" },
    });
    expect(show[0]?.hosts).toHaveLength(4);
    expect(notify(hosts, newMarks)).toEqual({ show: [], newMarks: [] });
  });

  it("wait while a host is snoozed and come when the snooze ends", () => {
    const host = watched("a.example", { ahead: 20, snoozedUntil: now + day });
    expect(notify([host])).toEqual({ show: [], newMarks: [] });
    expect(notify([host], [], now + day).show.map(({ level }) => level)).toEqual(["due"]);
  });

  it("are none for what is fine, new or unknown", () => {
    const { lastSeen: _, ...unseen } = watched("new.example");
    expect(notify([watched("a.example"), unseen])).toEqual({ show: [], newMarks: [] });
  });

  it("hold no character that hides or turns text", () => {
    const host = watched("a.example", { seen: { faults: [{ code: "refused", detail: "\u202eno\u0000" }] } });
    const [one] = notify([host]).show;
    expect(one?.message).not.toMatch(/[\u202e\0]/);
  });

  it("without a certificate are told again when the trouble was over in between", () => {
    const trouble = {
      trust: "refused",
      via: "own-fetch",
      seenAt: now,
      names: [],
      faults: [{ code: "revoked" }],
    } as const;
    const host = { ...watched("a.example"), lastSeen: { ...trouble, undated: "broken", faultsOutside: [] } } as const;
    const { newMarks } = notify([host]);
    expect(newMarks.map(({ key }) => key)).toEqual(["a.example:443:broken"]);
    expect(staleMarks(newMarks, [host], settings(now))).toEqual([]);
    expect(staleMarks(newMarks, [watched("a.example")], settings(now))).toEqual(["a.example:443:broken"]);
  });

  it("forget marks of certificates that are gone for long, and only those", () => {
    const host = watched("a.example");
    const key = `${sha256Like("a.example")}:due`;
    const old = { key, at: now - 500 * day };
    const gone = { key: `${"e".repeat(64)}:due`, at: now - 500 * day };
    const recent = { key: `${"f".repeat(64)}:due`, at: now - day };
    expect(staleMarks([old, gone, recent], [host], settings(now))).toEqual([gone.key]);
  });
});
