import fc from "fast-check";
import { expect, it, test } from "vitest";
import { fromBase64, toBase64 } from "../../../../shared/certificate/base64.ts";

it("is what Node writes, and comes back", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 10_000 }), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
    }),
  );
});

test.each([" QU\nJD\t", "QUJD", "QUI", "QUI=", "QQ==", ""])("%j is read as Node reads it", (text) => {
  expect(Buffer.from(fromBase64(text) ?? expect.fail())).toEqual(Buffer.from(text, "base64"));
});

test.each(["A", "QUJD!", "QU-_", "Q=Q=", "QUI==", "ÄÖÜ", "QUJD\u200b"])("%j is not base64", (text) => {
  expect(fromBase64(text)).toBeUndefined();
});
