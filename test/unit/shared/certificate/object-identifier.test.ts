import fc from "fast-check";
import { expect, it, test } from "vitest";
import { fromHex } from "../../../../shared/certificate/hex.ts";
import { dottedIdentifier } from "../../../../shared/certificate/object-identifier.ts";
import { oid } from "../../../support/authority/der.ts";

test.each<[hex: string, dotted: string | undefined]>([
  ["550403", "2.5.4.3"],
  ["2a864886f70d01010b", "1.2.840.113549.1.1.11"],
  ["00", "0.0"],
  ["27", "0.39"],
  ["28", "1.0"],
  ["4f", "1.39"],
  ["50", "2.0"],
  ["883703", "2.999.3"],
  // a UUID of 128 bits: beyond what a number holds exactly
  ["6983f09da7ebcfdee0c7a1a7b2c0948cc8f9d776", "2.25.329800735698586629295641978511506172918"],
  ["", undefined],
  ["5504", "2.5.4"],
  ["550483", undefined],
  ["55800403", undefined],
  ["80550403", undefined],
  ["55".repeat(65), undefined],
])("%s is %s", (hex, dotted) => {
  expect(dottedIdentifier(fromHex(hex) ?? expect.fail())).toBe(dotted);
});

it("comes back from its encoding", () => {
  const roots = fc.oneof(fc.tuple(fc.constantFrom(0, 1), fc.nat(39)), fc.tuple(fc.constant(2), fc.nat(100_000)));
  fc.assert(
    fc.property(roots, fc.array(fc.nat(), { maxLength: 8 }), (root, arcs) => {
      const dotted = [...root, ...arcs].join(".");
      expect(dottedIdentifier(oid(dotted).subarray(2))).toBe(dotted);
    }),
  );
});
