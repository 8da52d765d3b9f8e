import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it, test } from "vitest";
import { colonHex, sha256Hex } from "../../../../shared/certificate/fingerprint.ts";

it("is SHA-256 of the bytes and of nothing around them", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array(), async (bytes) => {
      const around = Uint8Array.from([1, 2, ...bytes, 3]).subarray(2, 2 + bytes.length);
      expect(await sha256Hex(around)).toBe(createHash("sha256").update(bytes).digest("hex"));
    }),
  );
});

test.each([
  ["", ""],
  ["9f", "9F"],
  ["9f2c71", "9F:2C:71"],
])("%s is written %s", (hex, colons) => {
  expect(colonHex(hex)).toBe(colons);
});
