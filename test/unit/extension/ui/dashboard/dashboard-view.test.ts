import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  changedView,
  type DashboardView,
  filterOf,
  isFiltered,
  readView,
  wholeList,
  writeView,
} from "../../../../../extension/src/ui/dashboard/dashboard-view.ts";
import { levels } from "../../../../../shared/verdict/verdict.ts";
import { sortKeys } from "../../../../../shared/watch/host-table.ts";

const text = fc.string({ unit: "grapheme", maxLength: 20 });
const word = text.filter((each) => each !== "");

const anyView: fc.Arbitrary<DashboardView> = fc
  .record({
    levels: fc.subarray([...levels]),
    tags: fc.array(word, { maxLength: 3 }),
    owner: fc.option(text, { nil: undefined }),
    text,
    only: fc.option(fc.array(word, { minLength: 1, maxLength: 3 }), { nil: undefined }),
    ends: fc.option(fc.record({ from: fc.nat(), until: fc.nat() }), { nil: undefined }),
    sort: fc.constantFrom(...sortKeys),
    descending: fc.boolean(),
    host: fc.option(word, { nil: undefined }),
  })
  .map((view) => changedView(wholeList, view));

describe("the view in the page's address", () => {
  it("comes out as it went in", () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(readView(writeView(view))).toEqual(view);
      }),
      { numRuns: 50 },
    );
  });

  it("is never more than a view, whatever stands there", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (fragment) => {
        const view = readView(fragment);
        expect(readView(writeView(view))).toEqual(view);
      }),
      { numRuns: 50 },
    );
  });

  it("holds half a character that was pasted as a mark for it", () => {
    expect(readView(writeView({ ...wholeList, text: "a\ud800" })).text).toBe("a\ufffd");
  });

  it.each([
    ["", wholeList],
    ["#host=www.example.com%3A443", { ...wholeList, host: "www.example.com:443" }],
    ["#levels=urgent,due,nonsense", { ...wholeList, levels: ["due", "urgent"] }],
    ["#hosts=a.example%3A443,b.example%3A25", { ...wholeList, only: ["a.example:443", "b.example:25"] }],
    ["#sort=nonsense&order=sideways", wholeList],
    ["#tags=%E0%A4%A", { ...wholeList, tags: [expect.any(String)] }],
  ])("%s is read", (fragment, view) => {
    expect(readView(fragment)).toEqual(view);
  });

  it("of the whole list is empty, and no filter", () => {
    expect(writeView(wholeList)).toBe("");
    expect(isFiltered(wholeList)).toBe(false);
    expect(filterOf(wholeList)).toEqual({ text: "" });
    expect(isFiltered({ ...wholeList, owner: "" })).toBe(true);
  });

  it("loses what is taken away", () => {
    const view = changedView(changedView(wholeList, { host: "a", owner: "Ada" }), { host: undefined });
    expect(view).toEqual({ ...wholeList, owner: "Ada" });
  });
});
