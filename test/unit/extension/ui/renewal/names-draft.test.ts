import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addNames,
  emptyNames,
  type NamesDraft,
  removeName,
  replaceNames,
  sameNames,
  undoNames,
} from "../../../../../extension/src/ui/renewal/names-draft.ts";
import { dns } from "./renewal-states.ts";

const values = ({ names }: NamesDraft): readonly string[] => names.map(({ value }) => value);
const of = (...names: string[]): NamesDraft => ({ ...emptyNames, names: names.map(dns) });

describe("the names of a request, being edited", () => {
  it.each([
    ["one", "a.example", ["www.example", "a.example"]],
    [
      "many, set apart in every way",
      "a.example, b.example;c.example\nd.example\te.example",
      ["www.example", "a.example", "b.example", "c.example", "d.example", "e.example"],
    ],
    ["one that is there already", "WWW.example", ["www.example"]],
    ["one in another script", "bücher.example", ["www.example", "xn--bcher-kva.example"]],
    ["an address", "2001:DB8:0::1", ["www.example", "2001:db8::1"]],
  ])("takes %s", (_, text, expected) => {
    expect(values(addNames(of("www.example"), text, "public"))).toEqual(expected);
  });

  it("takes the good of a mixed paste and tells about the rest", () => {
    const draft = addNames(of(), "good.example bad_name.example https://x.example/", "public");
    expect(values(draft)).toEqual(["good.example"]);
    expect(draft.problems.map(({ code }) => code)).toEqual(["underscore", "web-address"]);
  });

  it("forgets old problems with the next change, and keeps the list when nothing new came", () => {
    const refused = addNames(of("a.example"), "b_c.example", "public");
    expect(refused.earlier).toEqual([]);
    expect(addNames(refused, "d.example", "public").problems).toEqual([]);
  });

  it("lets a private authority have what a public one may not", () => {
    expect(values(addNames(of(), "printer my_host.corp", "private"))).toEqual(["printer", "my_host.corp"]);
  });

  it("takes back any run of changes, one by one", () => {
    const change = fc.oneof(
      fc
        .constantFrom("a.example", "b.example", "c.example")
        .map((name) => (draft: NamesDraft) => addNames(draft, name, "public")),
      fc.constantFrom("a.example", "b.example").map((name) => (draft: NamesDraft) => removeName(draft, name)),
      fc.constant((draft: NamesDraft) => replaceNames(draft, [dns("z.example")])),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const start = of("www.example");
        const end = changes.reduce((draft, each) => each(draft), start);
        let back = end;
        for (let step = end.earlier.length; step > 0; step -= 1) back = undoNames(back);
        expect(values(back)).toEqual(values(start));
        expect(undoNames(back)).toBe(back);
      }),
    );
  });

  it.each([
    [true, ["a", "b"], ["b", "a"]],
    [false, ["a", "b"], ["a"]],
    [false, ["a"], ["b"]],
    [true, [], []],
  ])("finds it %s that %j and %j are the same", (same, one, other) => {
    expect(sameNames(one.map(dns), other.map(dns))).toBe(same);
  });
});
