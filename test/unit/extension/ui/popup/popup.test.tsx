// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import { popupTexts as texts } from "../../../../../extension/src/ui/messages/en/popup.ts";
import { Popup } from "../../../../../extension/src/ui/popup/popup.tsx";
import type { PopupActions } from "../../../../../extension/src/ui/popup/popup-state.ts";
import type { WatchActions, Watching } from "../../../../../extension/src/ui/popup/watching.ts";
import { click, draw, named, recordedActions } from "../draw.ts";
import { popupStates } from "./popup-states.ts";

const drawState = (name: string, done: unknown[][] = [], watching?: Watching): HTMLElement => {
  const state = popupStates[name];
  if (state === undefined) throw new Error(`no state ${name}`);
  const watchActions = recordedActions<WatchActions>(done);
  return draw(
    <Popup
      state={state}
      actions={recordedActions<PopupActions>(done)}
      watching={watching}
      watchActions={watchActions}
    />,
  );
};

/** What the user must read in each state, whole or in part. */
const said: readonly (readonly [state: string, ...texts: string[]])[] = [
  ["loading", texts.loading],
  ["failed", texts.failed],
  ["no-tab", texts.noTab, texts.openSite],
  ["not-https", texts.notHttps, texts.notHttpsNext],
  ["browser-page", texts.browserPage, texts.openSite],
  ["no-site-access", "www.example.com", texts.unknown["no-site-access"].sentence, texts.allow, texts.renewAnyway],
  ["no-site-access-refused", texts.refused],
  ["hidden-address", "NotAfter", texts.unknown["no-site-access"].sentence, texts.allow],
  ["flag-off", texts.unknown["flag-off"].sentence, texts.flagAddress, texts.copyFlag],
  ["not-told-yet", texts.unknown["not-told-yet"].sentence, texts.reload],
  ["source-works", texts.unknown.works.sentence, texts.reload],
  ["ok", "140 days left", "140", texts.allWell, "by Chromium"],
  ["due", "23 days left", "until", "issued", "Renewal is due: 30 days or fewer are left.", texts.renew, texts.guide],
  ["due", "Sectigo Public Server Authentication CA DV R36 (Sectigo Limited)", "example.com", "9F:2C:00:11…CC:71"],
  ["due", "Seen 4 s ago by Firefox."],
  ["due", texts.issuerKnown("Sectigo", "renew on order")],
  ["of-records", "20 days left", "From your own records, added 5 h ago. The site’s own was not seen."],
  ["automated", texts.issuerKnown("Let's Encrypt", "automated")],
  ["private-issuer", "Office Proxy CA", "private authority"],
  ["unknown-issuer", "Sectigo Public Server Authentication CA DV R36"],
  ["private-unknown", texts.privateWindow, texts.unknownPrivate.sentence, texts.unknownPrivate.why, texts.reload],
  ["private-flag-off", texts.privateWindow, texts.unknown["flag-off"].sentence, texts.copyFlag],
  ["flag-off", texts.useHost],
  ["host-told-nothing", texts.unknownHost.on.sentence, texts.reload],
  ["host-fails", texts.unknownHost.failing.sentence, texts.reload, texts.hostState],
  ["host-private", texts.privateWindow, texts.unknownHost.private.sentence, texts.copyFlag],
  ["urgent", "47 hours left", "47h", "Renewal is urgent"],
  ["expired", "Expired 3 days ago", "ended on", "The certificate has expired."],
  ["not-yet-valid", texts.notYetValidHead, "valid from"],
  ["broken", "200 days left", "200!", "signed by itself", "not for www.example.com"],
  ["net-error", texts.expiredHead, texts.noDates, "net::ERR_CERT_DATE_INVALID", "just now on the browser’s error page"],
  ["unreadable", texts.unknownHead, "cannot be read (truncated)"],
  ["private-window", texts.privateWindow],
  ["unicode-host", "bücher.example", "xn--bcher-kva.example", "port 8443"],
  ["many-names", "host-0.example.com", "and 9,997 more"],
  ["no-names", texts.issuerEmpty, texts.noNames],
  ["date-beyond-calendar", "until a date that no calendar holds"],
];

describe("the popup", () => {
  it.each(said)("says in state %s what is known", (state, ...expected) => {
    const text = drawState(state).textContent ?? "";
    for (const each of expected) expect(text).toContain(each);
  });

  it.each(Object.keys(popupStates))("has one heading and no empty box in state %s", (state) => {
    const root = drawState(state);
    expect(root.querySelectorAll("h1")).toHaveLength(1);
    expect((root.querySelector("main")?.textContent ?? "").length).toBeGreaterThan(30);
  });

  it.each([
    "no-site-access",
    "hidden-address",
    "flag-off",
    "not-told-yet",
    "source-works",
    "private-unknown",
    "private-flag-off",
    "host-told-nothing",
    "host-fails",
    "host-private",
  ])("offers at most three choices in state %s", (state) => {
    const choices = drawState(state).querySelectorAll(".popup-choices button");
    expect(choices.length).toBeGreaterThan(0);
    expect(choices.length).toBeLessThanOrEqual(3);
  });

  it.each([
    ["due", texts.renew, "renew"],
    ["due", texts.guide, "openGuide"],
    ["due", texts.settings, "openSettings"],
    ["due", texts.watchList, "openWatchList"],
    ["browser-page", texts.watchList, "openWatchList"],
    ["no-site-access", texts.allow, "allowAccess"],
    ["not-told-yet", texts.reload, "reload"],
    ["flag-off", texts.renewAnyway, "renew"],
    ["flag-off", texts.useHost, "openHostSettings"],
    ["host-fails", texts.hostState, "openHostSettings"],
    ["host-told-nothing", texts.reload, "reload"],
  ])("does in state %s what “%s” says", async (state, button, action) => {
    const done: unknown[][] = [];
    await click(named(drawState(state, done), button));
    expect(done.map(([name]) => name)).toEqual([action]);
  });

  it("says nothing of an issuer that nobody knows", () => {
    expect(drawState("due").querySelector(".popup-route")).not.toBeNull();
    expect(drawState("unknown-issuer").querySelector(".popup-route")).toBeNull();
  });

  it("shows hostile text as text, with nothing hidden in it", () => {
    const root = drawState("hostile-text");
    expect(root.querySelector("img")).toBeNull();
    expect(root.textContent).toContain("<img src=x onerror=alert(1)>");
    expect(root.textContent).toContain("‹U+202E›");
    for (const unseen of "\u202e\u0000\u200d") expect(root.textContent).not.toContain(unseen);
    expect(root.querySelectorAll("bdi").length).toBeGreaterThanOrEqual(3);
  });

  it("draws ten thousand names a portion at a time", async () => {
    const root = drawState("many-names");
    expect(root.querySelectorAll(".names li")).toHaveLength(3);
    await click(named(root, "and 9,997 more"));
    expect(root.querySelectorAll(".names li")).toHaveLength(100);
    await click(named(root, "and 9,900 more"));
    expect(root.querySelectorAll(".names li")).toHaveLength(200);
  });

  it.each([
    ["is there", async () => {}, texts.fingerprintSubject, "Copied"],
    [
      "is denied",
      () => Promise.reject(new DOMException("no", "NotAllowedError")),
      texts.fingerprintSubject,
      "refused the clipboard",
    ],
  ])("copies the whole fingerprint when the clipboard %s", async (_, writeText, _subject, told) => {
    const write = vi.fn(writeText);
    vi.stubGlobal("navigator", { clipboard: { writeText: write } });
    const root = drawState("due");
    const button = root.querySelector<HTMLElement>(".popup-fingerprint button");
    if (button === null) throw new Error("no button");
    await click(button);
    expect(write).toHaveBeenCalledWith(expect.stringMatching(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/));
    expect(root.textContent).toContain(told);
    vi.unstubAllGlobals();
  });
});

describe("the star of the popup", () => {
  const { watch } = texts;
  const id = "www.example.com:443";
  const star = (root: HTMLElement): HTMLElement => named(root, watch.star);

  it("is not there where there is no site to watch", () => {
    expect(() => star(drawState("browser-page"))).toThrow();
    expect(() => star(drawState("loading"))).toThrow();
  });

  it.each<[name: string, watching: Watching, pressed: boolean, ...told: string[]]>([
    ["not watched", { kind: "not-watched" }, false],
    ["asking", { kind: "asking" }, false, watch.askPrivate, watch.yes, watch.no],
    ["being added", { kind: "working", on: true }, true],
    ["being forgotten", { kind: "working", on: false }, false],
    ["watched", { kind: "watched", id, added: false }, true],
    ["just added", { kind: "watched", id, added: true }, true, watch.added],
    ["notified", { kind: "watched", id, added: true, notice: "notified" }, true, watch.notices.notified],
    ["refused", { kind: "watched", id, added: true, notice: "refused" }, true, watch.added, watch.notices.refused],
    ["silent", { kind: "watched", id, added: true, notice: "switched-off" }, true, watch.notices["switched-off"]],
    ["unheard", { kind: "watched", id, added: false, notice: "refused" }, true, watch.notices.refused],
    ["forgotten", { kind: "forgotten", id, undo: "{}" }, false, watch.forgotten, watch.undo],
    ["full", { kind: "problem", text: "There is no more room." }, false, "no more room"],
    ["kept", { kind: "problem", text: "There is no more room.", id }, true, "no more room"],
  ])("says where the site stands: %s", (_, watching, pressed, ...told) => {
    const root = drawState("due", [], watching);
    expect(star(root).getAttribute("aria-pressed")).toBe(`${pressed}`);
    expect(star(root).getAttribute("aria-busy")).toBe(`${watching.kind === "working"}`);
    const line = root.querySelector("[role=status].popup-watch")?.textContent ?? "none";
    for (const each of told) expect(line).toContain(each);
    if (told.length === 0) expect(line).toBe("");
  });

  it.each<[Watching, button: string, done: unknown[]]>([
    [{ kind: "not-watched" }, watch.star, ["toggle"]],
    [{ kind: "watched", id, added: false }, watch.star, ["toggle"]],
    [{ kind: "asking" }, watch.yes, ["decide", true]],
    [{ kind: "asking" }, watch.no, ["decide", false]],
    [{ kind: "forgotten", id, undo: "{}" }, watch.undo, ["undo"]],
  ])("%o: does what “%s” says", async (watching, button, expected) => {
    const done: unknown[][] = [];
    await click(named(drawState("due", done, watching), button));
    expect(done).toEqual([expected]);
  });
});
