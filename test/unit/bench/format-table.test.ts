import fc from "fast-check";
import { expect, it } from "vitest";
import { formatTable, signed, wrap } from "../../bench/format-table.ts";

it("aligns the first column to the left and figures to the right", () => {
  expect(
    formatTable(
      ["key", "ms"],
      [
        ["ec-p256", "3.1"],
        ["rsa", "1475.4"],
      ],
    ),
  ).toEqual([
    "key          ms", //
    "───────  ──────",
    "ec-p256     3.1",
    "rsa      1475.4",
  ]);
});

it("wraps between words and loses none", () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }), (words) => {
      const lines = wrap(words.join(" "), 20);
      expect(lines.join(" ")).toBe(words.join(" "));
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(20);
    }),
  );
});

it.each([
  [2.04, "+2.0"],
  [-3.55, "−3.5"],
  [0, "+0.0"],
])("gives %d its sign: %s", (value, text) => {
  expect(signed(value)).toBe(text);
});
