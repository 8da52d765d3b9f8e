import { describe, expect, it } from "vitest";
import {
  allToggled,
  extendedTo,
  noSelection,
  type Selection,
  stillThere,
  toggled,
} from "../../../../../extension/src/ui/dashboard/selection.ts";

const shown = ["a", "b", "c", "d", "e"];
const ids = ({ ids: selected }: Selection): string => [...selected].sort().join("");

describe("a selection", () => {
  it("takes one in and lets it go", () => {
    const one = toggled(noSelection, "b");
    expect([ids(one), one.anchor]).toEqual(["b", "b"]);
    expect(ids(toggled(one, "b"))).toBe("");
  });

  it.each([
    ["b", "d", "bcd"],
    ["d", "b", "bcd"],
    ["c", "c", "c"],
  ])("reaches from %s to %s, and keeps where it began", (anchor, to, expected) => {
    const range = extendedTo(toggled(noSelection, anchor), shown, to);
    expect([ids(range), range.anchor]).toEqual([expected, anchor]);
  });

  it("begins anew where its beginning is hidden, and passes over what is not shown", () => {
    expect(extendedTo({ ids: new Set(["x"]), anchor: "x" }, shown, "c")).toEqual({
      ids: new Set(["x", "c"]),
      anchor: "c",
    });
    const one = toggled(noSelection, "a");
    expect(extendedTo(one, shown, "nowhere")).toBe(one);
  });

  it("takes all that are shown or none, and leaves the hidden ones alone", () => {
    const all = allToggled({ ids: new Set(["x", "b"]) }, shown);
    expect(ids(all)).toBe("abcdex");
    expect(ids(allToggled(all, shown))).toBe("x");
  });

  it("forgets what is gone, and is the same where nothing is", () => {
    const two: Selection = { ids: new Set(["a", "x"]) };
    expect(ids(stillThere(two, (id) => id !== "x"))).toBe("a");
    expect(stillThere(two, () => true)).toBe(two);
  });
});
