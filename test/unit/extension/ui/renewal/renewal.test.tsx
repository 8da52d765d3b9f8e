// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { passphraseTexts } from "../../../../../extension/src/ui/messages/en/passphrase.ts";
import { renewalTexts as texts } from "../../../../../extension/src/ui/messages/en/renewal.ts";
import { Renewal } from "../../../../../extension/src/ui/renewal/renewal.tsx";
import type { RenewalActions } from "../../../../../extension/src/ui/renewal/renewal-actions.ts";
import type { Platform } from "../../../../../shared/guide/guide.ts";
import type { Advice } from "../../../../../shared/renewal/advice.ts";
import { click, draw, named, recordedActions, type } from "../draw.ts";
import { authorities, renewalStates } from "./renewal-states.ts";

const platforms: readonly Platform[] = [
  {
    id: "nginx",
    name: "nginx",
    summary: "A web server.",
    keywords: [],
    ports: [],
    formats: [],
    orderFormName: "nginx",
  },
];
const advice: readonly Advice[] = (["unknown", "self-signed", "private-root", "untrusted-issuer"] as const).map(
  (id) => ({
    id,
    title: `Advice ${id}`,
    summary: `Summary ${id}`,
    sources: [],
    reviewed: "2026-11-22",
    steps: [],
  }),
);

const drawState = (name: string, done: unknown[][] = [], helpCenter = ""): HTMLElement => {
  const state = renewalStates[name];
  if (state === undefined) throw new Error(`no state ${name}`);
  return draw(
    <Renewal
      state={state}
      actions={recordedActions<RenewalActions>(done)}
      advice={advice}
      authorities={authorities}
      platforms={platforms}
      helpCenter={helpCenter}
    />,
  );
};

const said: readonly (readonly [state: string, ...texts: string[]])[] = [
  ["looking", texts.looking],
  ["by-hand", texts.byHand, texts.title],
  ["not-seen", texts.notSeen, "www.example.com"],
  ["route-renew", texts.route.renew("Example CA"), texts.window(90, 30), "It wants a new CSR.", "Example CA R1"],
  ["route-reissue", texts.route.reissue("Example CA"), texts.routeNext.reissue],
  ["route-automated", texts.route.automated("Example CA"), "Sign in.", texts.anyway],
  ["route-managed", texts.route.managed("Example CA"), texts.anyway],
  ["route-discontinued", texts.route.discontinued("Example CA"), "The page may no longer exist."],
  ["route-unknown", "Advice unknown", "Summary unknown"],
  ["route-unseen", texts.issuerUnseen],
  ["route-bought", texts.notSeen, texts.route.renew("Example CA"), texts.window(90, 30), "It wants a new CSR."],
  ["route-bought-elsewhere", texts.boughtElsewhere, texts.route.reissue("The Shop"), texts.routeNext.reissue],
  ["route-another", "Advice unknown", "Summary unknown"],
  ["route-private", "Advice private-root"],
  ["names", "www.example.com", "xn--bcher-kva.example", "bücher.example", "3 names", "Example GmbH, Berlin, DE"],
  ["names-refused", "a_b.example", texts.nameProblems.underscore, "<img src=x", "‹U+202E›"],
  ["names-none", texts.noNames, texts.undo],
  ["names-many", "10,000 names", texts.showMore(9900)],
  ["names-outdated", texts.outdated, texts.outdatedBack],
  ["key", "EC P-256", "RSA 2048", "RSA 3072", "RSA 4096", texts.sameAsNow],
  ["passphrase", texts.passphraseLead, passphraseTexts.strengthHelp, texts.make],
  ["passphrase-short", passphraseTexts.problems["too-short"], passphraseTexts.strength.weak],
  ["passphrase-mismatch", passphraseTexts.problems.mismatch],
  ["passphrase-again", texts.replaces, texts.makeAgain],
  ["making", texts.making["encrypting-key"], texts.makingSlow, texts.cancel],
  ["making-failed", texts.failed["crypto-failed"]],
  [
    "save",
    texts.safe.inPage,
    texts.saveKey("www.example.com.key"),
    texts.saveKey("www.example.com.csr"),
    texts.copyRequest,
  ],
  ["save-done", texts.safe.saved, texts.saved],
  ["save-outdated", texts.outdated],
  ["order-key-first", texts.orderKeyFirst, texts.saveKey("www.example.com.key")],
  [
    "order",
    texts.orderAt("Example CA"),
    "https://portal.ca.example/",
    "From the vendor’s own document",
    "The page may no longer exist.",
    "Not confirmed.",
  ],
  ["order-opened", texts.orderOpened],
  ["order-no-clipboard", texts.orderNoClipboard.denied, texts.openPage],
  ["order-unknown", texts.noAuthority, texts.copyRequest, "Advice unknown"],
  ["order-bought", texts.orderAt("Example CA"), "https://portal.ca.example/", "Most are bought from a reseller."],
  ["order-no-page", texts.noAuthority, texts.copyRequest, "Most are bought from a reseller."],
  ["order-discontinued", texts.orderAnew],
  ["order-private", texts.privateOrder, texts.copyRequest],
  ["install", "nginx", texts.openGuide],
];

describe("the renewal page", () => {
  it.each(said)("says in state %s what is so", (state, ...expected) => {
    const text = drawState(state).textContent ?? "";
    for (const each of expected) expect(text).toContain(each);
  });

  it("has a row above for every state", () => {
    expect(new Set(said.map(([state]) => state))).toEqual(new Set(Object.keys(renewalStates)));
  });

  it.each(Object.keys(renewalStates))("marks one step, and says what is safe, in state %s", (state) => {
    const root = drawState(state);
    expect(root.querySelectorAll("[aria-current=step]")).toHaveLength(1);
    expect(root.querySelector(".renewal-safe")?.textContent).not.toBe("");
    expect(root.querySelector("img")).toBeNull();
  });

  it.each<[string, string, unknown[]]>([
    ["route-renew", texts.next, ["go", "names"]],
    ["route-automated", texts.anyway, ["go", "names"]],
    ["names", texts.next, ["go", "key"]],
    ["names", texts.removeNamed("example.com"), ["removeName", "example.com"]],
    ["names-none", texts.undo, ["undoNames"]],
    ["names-outdated", texts.outdatedBack, ["useMadeNames"]],
    ["key", texts.next, ["go", "passphrase"]],
    ["making", texts.cancel, ["cancel"]],
    ["save", texts.saveKey("www.example.com.key"), ["saveKey"]],
    ["save", texts.saveKey("www.example.com.csr"), ["saveRequest"]],
    ["order", texts.orderAt("Example CA"), ["order", "https://portal.ca.example/"]],
    ["order-key-first", texts.orderAt("Example CA"), ["order", "https://portal.ca.example/"]],
    ["order-unknown", texts.chooseAuthority, ["go", "route"]],
    ["order-no-clipboard", texts.openPage, ["openPage", "https://portal.ca.example/"]],
  ])("does in state %s what “%s” says", async (state, name, action) => {
    const done: unknown[][] = [];
    await click(named(drawState(state, done), name));
    expect(done).toEqual([action]);
  });

  it("adds what was pasted, by its button", async () => {
    const done: unknown[][] = [];
    const root = drawState("names", done);
    type(root.querySelector("textarea"), "a.example\nb.example");
    await click(named(root, texts.addButton));
    expect(done).toEqual([["addNames", "a.example\nb.example"]]);
    expect(root.querySelector("textarea")?.value).toBe("");
  });

  it.each<[string, string, boolean]>([
    ["not-seen", texts.boughtNotSaid, true],
    ["by-hand", texts.boughtNotSaid, true],
    ["route-unseen", texts.boughtNotSaid, true],
    ["route-unknown", texts.boughtNotSaid, true],
    ["route-bought", texts.boughtNotSaid, true],
    ["route-renew", texts.asCertificateSays("Example CA"), false],
    ["route-automated", texts.asCertificateSays("Example CA"), false],
    ["route-private", texts.asCertificateSaysPrivate, false],
    ["route-bought-elsewhere", texts.asCertificateSays("Example CA"), true],
  ])("asks in state %s where it was bought, openly or behind a question", (state, first, open) => {
    const root = drawState(state);
    const options = [...root.querySelectorAll("#bought-at option")].map(({ textContent }) => textContent);
    expect(options).toEqual([
      first,
      "Alpha CA",
      "Example CA",
      texts.boughtDiscontinued("Gone CA"),
      "zebra Trust",
      texts.boughtAnother,
    ]);
    expect(root.querySelector("details.bought-elsewhere")?.hasAttribute("open") ?? true).toBe(open);
    expect(root.querySelector("label[for=bought-at]")?.textContent).toBe(texts.boughtAt);
  });

  it.each<[string, string, unknown]>([
    ["an authority", "gone", { kind: "authority", authority: authorities[2] }],
    ["another one", "*", { kind: "another" }],
    ["nothing again", "", undefined],
  ])("takes the user's word: %s", (_, value, at) => {
    const done: unknown[][] = [];
    const root = drawState("route-bought", done);
    const select = root.querySelector<HTMLSelectElement>("#bought-at");
    expect(select?.value).toBe("example-ca");
    if (select === null) throw new Error("no select");
    select.value = value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
    expect(done).toEqual([["sayBoughtAt", at]]);
  });

  it("says of a chosen authority all that it says of a matched one", () => {
    const told = (state: string) => drawState(state).querySelector("h3")?.parentElement?.textContent;
    expect(told("route-bought")).toBe(told("route-renew"));
    const beside = (state: string) => drawState(state).querySelector("aside")?.innerHTML;
    expect(beside("order-bought")).toBe(beside("order"));
    expect(beside("order")).toContain("https://old.ca.example/");
  });

  it.each(Object.keys(renewalStates))(
    "has the authority's text beside the work in the order step alone: %s",
    (state) => {
      const beside = drawState(state).querySelector("aside");
      expect(beside !== null).toBe(renewalStates[state]?.step === "order");
    },
  );

  it("hides the passphrase until it is to be seen", () => {
    expect(drawState("passphrase-short").querySelectorAll("input[type=password]")).toHaveLength(2);
    expect(drawState("passphrase-mismatch").querySelectorAll("input[type=password]")).toHaveLength(0);
  });

  it("does not go on without names", () => {
    expect(named(drawState("names-none"), texts.next).hasAttribute("disabled")).toBe(true);
  });

  it("draws ten thousand names a portion at a time", () => {
    expect(drawState("names-many").querySelectorAll(".names > li")).toHaveLength(100);
  });

  it("shows the request selected where the clipboard is denied", () => {
    const area = drawState("order-no-clipboard").querySelector("textarea");
    expect(area?.value).toContain("BEGIN CERTIFICATE REQUEST");
    expect([area?.selectionStart, area?.selectionEnd]).toEqual([0, area?.value.length]);
  });

  it.each(["order-unknown", "order-private", "order-no-page"])("offers no order page in state %s", (state) => {
    expect(drawState(state).querySelector("[data-action=order]")).toBeNull();
  });

  it("opens links in another tab, so that the key's page stays", () => {
    for (const link of drawState("order").querySelectorAll("a")) expect(link.target).toBe("_blank");
  });

  it("links the guide inside, and at the help center where there is one", () => {
    const links = (helpCenter: string) =>
      [...drawState("install", [], helpCenter).querySelectorAll("a")].map((a) => a.getAttribute("href"));
    const inside =
      "/tabs/guide.html?p=nginx/install#v=1&d=www.example.com&f=www.example.com&ca=example-ca&x=2026-12-15";
    expect(links("")).toEqual([inside]);
    expect(links("https://help.example/")[1]).toBe(
      "https://help.example/guides/nginx/install/#v=1&d=www.example.com&f=www.example.com&ca=example-ca&x=2026-12-15",
    );
  });
});
