import { describe, expect, it } from "vitest";
import { duration, timeLeft } from "../../../../shared/messages/en/time-left.ts";
import { reasonText, titleSentence } from "../../../../shared/messages/en/verdict.ts";
import { judgeDates } from "../../../../shared/verdict/judge-dates.ts";
import { defaultThresholds, type Reason, type Verdict } from "../../../../shared/verdict/verdict.ts";

const hour = 3_600_000;
const day = 24 * hour;
const notBefore = Date.UTC(2026, 4, 29);
const notAfter = Date.UTC(2026, 11, 15, 12);
const formatDay = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });
const formatDate = (time: number): string => formatDay.format(time);

function title(now: number, more: Partial<Verdict> = {}): string {
  const dates = judgeDates({ notBefore, notAfter }, now, defaultThresholds);
  const verdict = { ...dates, notBefore, notAfter, remaining: notAfter - now, lifetime: notAfter - notBefore, ...more };
  return titleSentence({ host: "www.example.com", verdict, formatDate });
}

describe("the button's title", () => {
  it.each<[string, number, string]>([
    ["ok", notAfter - 100 * day, "www.example.com: 100 days left, until 15 Dec 2026."],
    ["due", notAfter - 23 * day, "www.example.com: 23 days left, until 15 Dec 2026. Renewal is due."],
    ["urgent", notAfter - 47 * hour, "www.example.com: 47 hours left, until 15 Dec 2026. Renewal is urgent."],
    ["a day is one day", notAfter - 2 * day, "www.example.com: 2 days left, until 15 Dec 2026. Renewal is urgent."],
    ["expired", notAfter + 3 * day, "www.example.com: expired 3 days ago, on 15 Dec 2026."],
    ["not yet valid", notBefore - day, "www.example.com: not valid before 29 May 2026."],
  ])("%s", (_, now, expected) => {
    expect(title(now)).toBe(expected);
  });

  it("says what is broken after the time", () => {
    const reasons: readonly Reason[] = [{ code: "untrusted", selfSigned: true }];
    expect(title(notAfter - 100 * day, { level: "broken", reasons })).toBe(
      "www.example.com: 100 days left, until 15 Dec 2026. The certificate is signed by itself, so browsers do not trust it.",
    );
  });

  it("says that dates of the user's own records were not seen at the site", () => {
    const verdict = {
      level: "ok",
      reasons: [],
      notBefore,
      notAfter,
      remaining: 100 * day,
      lifetime: 200 * day,
    } as const;
    expect(titleSentence({ host: "a.example", verdict, ofRecords: true, formatDate })).toBe(
      "a.example: 100 days left, until 15 Dec 2026. From your own records: what the site serves was not seen.",
    );
  });

  it("is honest where nothing is known", () => {
    const verdict: Verdict = { level: "unknown", reasons: [{ code: "unseen" }] };
    expect(titleSentence({ host: "a.example:8443", verdict, formatDate })).toBe(
      "a.example:8443: The certificate of this site has not been seen yet.",
    );
  });
});

describe("durations", () => {
  it.each([
    [30_000, "less than a minute"],
    [60_000, "1 minute"],
    [59 * 60_000, "59 minutes"],
    [hour, "1 hour"],
    [2 * day - 1, "47 hours"],
    [2 * day, "2 days"],
    [999 * day, "999 days"],
    [1000 * day, "2 years"],
    [-5, "less than a minute"],
  ])("%d ms is %s", (milliseconds, text) => {
    expect(duration(milliseconds)).toBe(text);
  });

  it("goes on to the end of the last second", () => {
    expect(timeLeft(-999)).toBe("less than a minute left");
    expect(timeLeft(-1000)).toBe("ended less than a minute ago");
  });
});

describe("reasons", () => {
  it("shows hostile text as text that can be seen", () => {
    const text = reasonText({ code: "refused", detail: "\u202eevil\u0000" });
    expect(text).not.toContain("\u202e");
    expect(text).not.toContain("\u0000");
    expect(text).toContain("evil");
  });
});
