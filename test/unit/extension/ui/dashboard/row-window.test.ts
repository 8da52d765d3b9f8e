import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowWindow, slotsOf } from "../../../../../extension/src/ui/dashboard/row-window.ts";
import { rowAfterKey } from "../../../../../extension/src/ui/dashboard/table-keys.ts";

describe("the rows that are drawn", () => {
  it("are all that are in sight, and never more than there are elements for", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -2000, max: 700_000 }),
        fc.integer({ min: 300, max: 3000 }),
        fc.constantFrom(56, 132),
        fc.integer({ min: 0, max: 10_000 }),
        (above, height, rowHeight, count) => {
          const { first, end } = rowWindow(above, height, rowHeight, count);
          expect(first).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(count);
          expect(end - first).toBeLessThanOrEqual(slotsOf(height, rowHeight));
          const topmost = Math.max(0, Math.floor(above / rowHeight));
          for (let row = topmost; row < count && row * rowHeight < Math.max(0, above) + height; row++) {
            expect(row).toBeGreaterThanOrEqual(first);
            expect(row).toBeLessThan(end);
          }
        },
      ),
    );
  });
});

describe("a key in the table", () => {
  it.each<[string, number, number | undefined]>([
    ["ArrowDown", -1, 0],
    ["ArrowDown", 4, 5],
    ["ArrowDown", 99, 99],
    ["ArrowUp", 0, 0],
    ["ArrowUp", -1, 0],
    ["PageDown", 0, 10],
    ["PageUp", 50, 40],
    ["Home", 50, 0],
    ["End", 50, 99],
    ["x", 50, undefined],
  ])("%s leads from %d to %d", (key, from, to) => {
    expect(rowAfterKey(key, from, 100, 10)).toBe(to);
  });

  it("leads nowhere in an empty table", () => {
    expect(rowAfterKey("End", -1, 0, 10)).toBeUndefined();
  });
});
