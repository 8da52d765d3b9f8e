// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { describe, expect, it } from "vitest";
import { keyName } from "../../../../../extension/src/ui/dashboard/details/certificate-facts.ts";
import type { CertificateReading } from "../../../../../extension/src/ui/dashboard/details/certificate-section.tsx";
import { HostDetails } from "../../../../../extension/src/ui/dashboard/details/host-details.tsx";
import { dayOf, startOfDay } from "../../../../../extension/src/ui/dashboard/details/typed-day.ts";
import { detailsTexts as texts } from "../../../../../extension/src/ui/messages/en/host-details.ts";
import { optionsTexts } from "../../../../../extension/src/ui/messages/en/options.ts";
import { failure, type Result, success } from "../../../../../shared/result.ts";
import { defaultThresholds } from "../../../../../shared/verdict/verdict.ts";
import { hostRow } from "../../../../../shared/watch/host-table.ts";
import type { WatchedHost } from "../../../../../shared/watch/watched-host.ts";
import { day, now, watched } from "../../../shared/watch/watched-hosts.ts";
import { click, draw, named, type } from "../draw.ts";

function drawHost(host: WatchedHost, result: Result<void, string> = success(undefined), reading?: CertificateReading) {
  const done: unknown[][] = [];
  const act_ = (name: string) => () => void done.push([name]);
  const root = draw(
    <HostDetails
      row={hostRow(host, now, defaultThresholds)}
      now={now}
      settings={{ thresholds: defaultThresholds }}
      reading={reading}
      actions={{
        edit: async (edit) => {
          done.push(["edit", edit]);
          return result;
        },
        checkNow: act_("checkNow"),
        saveCalendar: act_("saveCalendar"),
        forget: act_("forget"),
        close: act_("close"),
      }}
    />,
  );
  return { root, done };
}

const leave = (field: Element | null) =>
  act(async () => void field?.dispatchEvent(new FocusEvent("blur", { bubbles: true })));
const press = (field: Element | null, key: string) =>
  act(async () => void field?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })));

describe("a host's details", () => {
  const { lastSeen: _, ...unseen } = watched("new.example");
  it.each<[string, WatchedHost, readonly string[]]>([
    ["is in order", watched("a.example"), [texts.allWell, "100 days left", "by the native host"]],
    ["is due", watched("a.example", { ahead: 20 }), ["20 days left", "Renewal is due: 30 days or fewer are left."]],
    ["has expired", watched("a.example", { ahead: -3 }), ["Expired 3 days ago"]],
    ["was never seen", unseen, [texts.notSeen, texts.notSeenNext, texts.never, texts.soon]],
    [
      "could not be reached",
      watched("a.example", {
        failures: 3,
        lastCheck: { at: now - 60_000, outcome: "failed", detail: "connection-refused" },
      }),
      [texts.failed("1 min ago"), "Nothing listens at this port.", texts.failures(3), texts.keptOnFailure],
    ],
    [
      "speaks STARTTLS",
      { ...watched("a.example"), port: 25, starttls: "smtp" },
      [texts.port("25"), texts.starttls("smtp")],
    ],
    [
      "has a Unicode name",
      watched("xn--mller-kva.example"),
      ["müller.example", texts.alsoWritten("xn--mller-kva.example")],
    ],
    ["is snoozed", watched("a.example", { snoozedUntil: now + day }), [texts.snoozedUntil, texts.endSnooze]],
  ])("says what is so of one that %s", (_, host, expected) => {
    const text = drawHost(host).root.textContent ?? "";
    for (const words of expected) expect(text).toContain(words);
  });

  it.each<[CertificateReading, readonly string[]]>([
    ["gone", [texts.gone]],
    ["unreadable", [texts.unreadable]],
    [
      {
        serial: "0A:1B",
        key: "EC P-256",
        signature: "ecdsa-with-SHA256",
        route: { kind: "private", why: "private-root" },
      },
      ["0A:1B", "EC P-256", "ecdsa-with-SHA256", "private authority"],
    ],
  ])("says what its certificate says: %j", (reading, expected) => {
    const text = drawHost(watched("a.example"), success(undefined), reading).root.textContent ?? "";
    for (const words of expected) expect(text).toContain(words);
  });

  it("offers no site to open where TLS begins in another protocol", () => {
    const links = (host: WatchedHost) => [...drawHost(host).root.querySelectorAll("a")].map(({ href }) => href);
    expect(links(watched("a.example")).some((href) => href === "https://a.example/")).toBe(true);
    expect(links({ ...watched("a.example"), port: 25, starttls: "smtp" }).join()).not.toContain("https://a.example");
  });

  it("shows hostile text as text", () => {
    const evil = "<img src=x onerror=alert(1)>\u202e";
    const { root } = drawHost(
      watched("a.example", {
        tags: [evil],
        lastCheck: { at: now, outcome: "failed", detail: evil },
        failures: 1,
        seen: { names: [evil], issuer: [[{ oid: "2.5.4.10", type: "O", value: evil }]] },
      }),
    );
    expect(root.querySelector("img")).toBeNull();
    expect(root.textContent?.match(/‹U\+202E›/g)?.length).toBeGreaterThanOrEqual(4);
  });

  it("saves a note when it is left, once, and takes it back", async () => {
    const { root, done } = drawHost(watched("a.example", { note: "old" }));
    const field = root.querySelector("textarea");
    await leave(field);
    expect(done).toEqual([]);
    type(field, "new\nlines");
    await leave(field);
    expect(done).toEqual([["edit", { note: "new\nlines" }]]);
    expect(root.textContent).toContain(texts.saved);
    await click(named(root, texts.undo));
    expect(done.at(-1)).toEqual(["edit", { note: "old" }]);
    expect(root.textContent).toContain(texts.undone);
  });

  it("keeps what was typed where the store refuses it, with the reason and another try", async () => {
    const { root, done } = drawHost(watched("a.example"), failure("There is no more room."));
    const field = root.querySelector("textarea");
    type(field, "precious");
    await leave(field);
    expect(root.querySelector("textarea")?.value).toBe("precious");
    expect(root.textContent).toContain("There is no more room.");
    await click(named(root, texts.again));
    expect(done).toEqual([
      ["edit", { note: "precious" }],
      ["edit", { note: "precious" }],
    ]);
  });

  it("does not lose what was typed when it goes away", async () => {
    const { root, done } = drawHost(watched("a.example"));
    type(root.querySelector("textarea"), "half");
    await act(async () => render(null, root));
    expect(done).toEqual([["edit", { note: "half" }]]);
  });

  it.each<[string, string, string, readonly string[]]>([
    ["Enter", "shop", "Enter", ["eu", "shop"]],
    ["a comma", "shop,", "", ["eu", "shop"]],
    ["pasted commas", "a,b;c", "", ["eu", "a", "b", "c"]],
  ])("adds tags by %s", async (_, typed, key, tags) => {
    const { root, done } = drawHost(watched("a.example", { tags: ["eu"] }));
    const field = root.querySelector(".details-tags input");
    type(field, typed);
    if (key !== "") await press(field, key);
    await act(async () => {});
    expect(done).toEqual([["edit", { tags }]]);
  });

  it("takes tags away by Backspace in the empty field and by their button", async () => {
    const host = watched("a.example", { tags: ["shop", "eu"] });
    const first = drawHost(host);
    await press(first.root.querySelector(".details-tags input"), "Backspace");
    expect(first.done).toEqual([["edit", { tags: ["shop"] }]]);
    const second = drawHost(host);
    await click(named(second.root, texts.removeTag("shop")));
    expect(second.done).toEqual([["edit", { tags: ["eu"] }]]);
  });

  it.each([
    ["0", "7", optionsTexts.problems.days],
    ["366", "7", optionsTexts.problems.days],
    ["20", "21", optionsTexts.problems["urgent-after-due"]],
  ])("refuses thresholds of %s and %s days", async (due, urgent, problem) => {
    const { root, done } = drawHost(watched("a.example", { thresholds: { dueDays: 60, urgentDays: 14 } }));
    const [one, other] = root.querySelectorAll(".details-days input");
    type(one ?? null, due);
    type(other ?? null, urgent);
    await act(async () => void other?.dispatchEvent(new FocusEvent("focusout", { bubbles: true })));
    expect(root.textContent).toContain(problem);
    expect(done).toEqual([]);
  });

  it("goes between its own thresholds and the settings'", async () => {
    const box = (root: HTMLElement) => root.querySelector<HTMLElement>(".details-check input");
    const usual = drawHost(watched("a.example"));
    expect(usual.root.querySelector(".details-days")).toBeNull();
    await act(async () => box(usual.root)?.click());
    expect(usual.done).toEqual([["edit", { thresholds: defaultThresholds }]]);
    const own = drawHost(watched("a.example", { thresholds: { dueDays: 60, urgentDays: 14 } }));
    await act(async () => box(own.root)?.click());
    expect(own.done).toEqual([["edit", { thresholds: null }]]);
  });

  it("snoozes until a day after today only", async () => {
    const { root, done } = drawHost(watched("a.example"));
    type(root.querySelector("input[type=date]"), dayOf(now));
    await click(named(root, texts.snoozeUntil));
    expect(root.textContent).toContain(texts.badDate);
    expect(done).toEqual([]);
    type(root.querySelector("input[type=date]"), "2026-12-24");
    await click(named(root, texts.snoozeUntil));
    expect(done).toEqual([["edit", { snoozedUntil: new Date(2026, 11, 24).getTime() }]]);
  });

  it("asks for a check, a calendar file and to be forgotten", async () => {
    const { root, done } = drawHost(watched("a.example"));
    for (const name of [texts.checkNow, texts.calendar, texts.forget]) await click(named(root, name));
    expect(done).toEqual([["checkNow"], ["saveCalendar"], ["forget"]]);
    expect(root.textContent).toContain(texts.checking);
  });
});

describe("the days that are typed", () => {
  it.each(["2026-02-30", "2027-02-29", "2026-13-01", "26-01-01", "", "2026-1-1", "0000-00-00"])(
    "%j is none",
    (typed) => {
      expect(startOfDay(typed)).toBeUndefined();
    },
  );
  it.each(["2028-02-29", "2026-12-31", "2027-03-28"])("%s begins at midnight here", (typed) => {
    const at = startOfDay(typed) ?? 0;
    expect(dayOf(at)).toBe(typed);
    expect(dayOf(at - 1)).not.toBe(typed);
  });
});

describe("keys", () => {
  const spki = new Uint8Array();
  it.each([
    [{ algorithm: "rsa", bits: 2048, spki }, "RSA 2048"],
    [{ algorithm: "ec", bits: 256, curve: "P-256", spki }, "EC P-256"],
    [{ algorithm: "ml-dsa", bits: 0, parameterSet: "ML-DSA-65", spki }, "ML-DSA-65"],
    [{ algorithm: "ed25519", bits: 256, spki }, "Ed25519"],
  ] as const)("%j has a name", (key, name) => {
    expect(keyName(key)).toBe(name);
  });
});
