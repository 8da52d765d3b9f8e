import fc from "fast-check";
import { expect, it, test } from "vitest";
import { fromHex, toHex } from "../../../../shared/certificate/hex.ts";

it("is what Node writes, and comes back", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(toHex(bytes)).toBe(Buffer.from(bytes).toString("hex"));
      expect(fromHex(toHex(bytes))).toEqual(bytes);
      expect(
        fromHex(
          toHex(bytes)
            .toUpperCase()
            .replace(/..(?=.)/g, "$&:"),
        ),
      ).toEqual(bytes);
    }),
  );
});

test.each(["0", "0g", "0x00", "00-", "٠٠"])("%s is not hex", (text) => {
  expect(fromHex(text)).toBeUndefined();
});
