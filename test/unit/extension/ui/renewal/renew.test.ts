import { describe, expect, it } from "vitest";
import { routeOf } from "../../../../../extension/src/ui/renewal/bought-at.ts";
import { personalisationOf } from "../../../../../extension/src/ui/renewal/personalisation-of.ts";
import {
  audienceOf,
  emptyRenewal,
  isOutdated,
  type RenewalEvent,
  renew,
} from "../../../../../extension/src/ui/renewal/renew.ts";
import type { RenewalState } from "../../../../../extension/src/ui/renewal/renewal-state.ts";
import { stepProgress } from "../../../../../extension/src/ui/renewal/step-progress.ts";
import { authority, dns, known, made, renewalStates } from "./renewal-states.ts";

const follow = (state: RenewalState, ...events: RenewalEvent[]): RenewalState => events.reduce(renew, state);
const result = { material: made.material, names: made.names, choice: made.choice, organisation: true };

describe("a renewal", () => {
  it("begins with what is known of the certificate", () => {
    const { problems, ...loaded } = { known: known.known, names: known.names.names, subject: { O: "A" }, problems: [] };
    const state = follow(emptyRenewal, { type: "loaded", loaded: { ...loaded, problems } });
    expect(state).toMatchObject({ step: "route", useSubject: true, names: { names: known.names.names, earlier: [] } });
  });

  it("asks for no organisation where the certificate has none", () => {
    const state = follow(emptyRenewal, {
      type: "loaded",
      loaded: { known: { kind: "nothing" }, names: [], problems: [] },
    });
    expect(state.useSubject).toBe(false);
  });

  it("makes, forgets the passphrase, and goes on to saving", () => {
    const state = follow(
      { ...known, step: "passphrase" },
      { type: "passphrase", first: "a secret of mine" },
      { type: "passphrase", second: "a secret of mine" },
      { type: "started", run: 1 },
      { type: "progress", run: 1, step: "proving" },
      { type: "made", run: 1, made: result },
    );
    expect(state).toMatchObject({
      step: "save",
      making: { kind: "idle" },
      made: { keySaved: false, requestSaved: false },
    });
    expect(JSON.stringify(state)).not.toContain("a secret of mine");
  });

  it("lets go of what a cancelled run still delivers", () => {
    const cancelled = follow(known, { type: "started", run: 1 }, { type: "cancel" });
    for (const late of [
      { type: "progress", run: 1, step: "proving" },
      { type: "made", run: 1, made: result },
      { type: "failed", run: 1, problem: { code: "not-proven" } },
    ] as const) {
      expect(renew(cancelled, late)).toBe(cancelled);
      expect(follow(cancelled, { type: "started", run: 2 }, late).made).toBeUndefined();
    }
  });

  it.each<[string, RenewalEvent]>([
    ["a name more", { type: "add-names", text: "new.example" }],
    ["a name less", { type: "remove-name", value: "example.com" }],
    ["another key type", { type: "choose-key", choice: "rsa-2048" }],
    ["no organisation", { type: "use-subject", use: false }],
  ])("needs a new key after %s, and can go back", (_, event) => {
    const changed = follow({ ...known, made }, event);
    expect(isOutdated({ ...known, made })).toBe(false);
    expect(isOutdated(changed)).toBe(true);
    expect(isOutdated(follow(changed, { type: "use-made-names" }))).toBe(false);
  });

  it("knows the same names in another order", () => {
    expect(isOutdated({ ...known, made: { ...made, names: made.names.toReversed() } })).toBe(false);
  });

  it("remembers what was saved, and takes the warning away with the key", () => {
    const warned = follow({ ...known, made }, { type: "ordering", ordering: { kind: "key-not-saved" } });
    expect(follow(warned, { type: "saved", what: "request" }).ordering.kind).toBe("key-not-saved");
    expect(follow(warned, { type: "saved", what: "key" })).toMatchObject({
      ordering: { kind: "not-yet" },
      made: { keySaved: true },
    });
  });

  it("does nothing about a request that was not made", () => {
    for (const event of [{ type: "saved", what: "key" }, { type: "use-made-names" }] as const) {
      expect(renew(known, event)).toBe(known);
    }
  });

  describe("bought where the user says", () => {
    const nothing: RenewalState = { ...known, known: { kind: "nothing" } };
    const privately = renewalStates["route-private"] ?? known;
    const at = { kind: "authority", authority } as const;

    it.each<[string, RenewalState]>([
      ["where nothing is known", nothing],
      ["against the certificate's issuer", known],
      ["behind a proxy", privately],
    ])("counts %s, and can be taken back", (_, before) => {
      const said = follow(before, { type: "bought", at });
      expect(routeOf(said)).toEqual({ kind: "authority", authority });
      expect(personalisationOf(said)).toMatchObject({ authority: "example-ca" });
      expect(routeOf(follow(said, { type: "bought", at: { kind: "another" } }))).toEqual({ kind: "unknown" });
      expect(follow(said, { type: "bought", at: undefined })).toEqual(before);
    });

    it("forgets what was done at the authority before, and keeps the key", () => {
      const ordered: RenewalState = {
        ...known,
        made: { ...made, keySaved: true },
        ordering: { kind: "no-clipboard", why: "denied", url: "https://old.example/" },
      };
      const said = follow(ordered, { type: "bought", at });
      expect(said.ordering).toEqual({ kind: "not-yet" });
      expect(said.made).toBe(ordered.made);
    });

    it("leaves out names that no public authority takes, says so, and can be undone", () => {
      const internal = { ...privately, names: { ...known.names, names: [dns("printer"), dns("www.example.com")] } };
      const said = follow(internal, { type: "bought", at });
      expect(said.names.names).toEqual([dns("www.example.com")]);
      expect(said.names.problems).toEqual([{ code: "single-label", entry: "printer" }]);
      expect(follow(said, { type: "undo-names" }).names.names).toEqual(internal.names.names);
      expect(follow(internal, { type: "bought", at: { kind: "another" } }).names).toBe(internal.names);
    });

    it("is public, so that new names are held to the public rules", () => {
      expect(audienceOf(follow(privately, { type: "bought", at }))).toBe("public");
    });
  });

  it("is stricter about names for a public authority", () => {
    expect(audienceOf(known)).toBe("public");
    expect(audienceOf(renewalStates["route-private"] ?? known)).toBe("private");
  });
});

describe("the steps", () => {
  const steps = (state: RenewalState, what: "done" | "open") =>
    stepProgress(state)
      .filter((each) => (what === "done" ? each.state === "done" : each.open))
      .map(({ step }) => step);

  it.each<[string, RenewalState, string[], string[]]>([
    [
      "at the start, without names",
      { ...known, names: { names: [], problems: [], earlier: [] } },
      [],
      ["route", "names", "install"],
    ],
    ["with names", { ...known, step: "names" }, ["route"], ["route", "names", "key", "passphrase", "install"]],
    [
      "while the key is made",
      { ...known, step: "passphrase", making: { kind: "working", run: 1, step: "proving" } },
      ["route"],
      ["passphrase"],
    ],
    [
      "when all is made",
      { ...known, step: "save", made },
      ["route", "names", "key", "passphrase"],
      ["route", "names", "key", "passphrase", "save", "order", "install"],
    ],
    [
      "when the key is saved",
      { ...known, step: "order", made: { ...made, keySaved: true } },
      ["route", "names", "key", "passphrase", "save"],
      ["route", "names", "key", "passphrase", "save", "order", "install"],
    ],
    [
      "when the names changed after it",
      { ...known, step: "order", made: { ...made, keySaved: true, names: [dns("x.example")] } },
      ["route"],
      ["route", "names", "key", "passphrase", "save", "order", "install"],
    ],
  ])("%s", (_, state, done, open) => {
    expect(steps(state, "done")).toEqual(done);
    expect(steps(state, "open")).toEqual(open);
  });
});
