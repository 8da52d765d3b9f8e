import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { body, children, readElement } from "../../../../shared/certificate/der-reader.ts";
import { dottedIdentifier } from "../../../../shared/certificate/object-identifier.ts";
import {
  ascii,
  booleanTrue,
  contextPrimitive,
  integer,
  nullValue,
  objectIdentifier,
  octetString,
  printableString,
  sequence,
  setOf,
  utf8String,
} from "../../../../shared/keystore/der-writer.ts";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

test.each([
  ["NULL", nullValue(), "0500"],
  ["TRUE", booleanTrue(), "0101ff"],
  ["zero", integer(0), "020100"],
  ["127", integer(127), "02017f"],
  ["128 with its sign octet", integer(128), "02020080"],
  ["600000", integer(600_000), "02030927c0"],
  ["2^53 - 1", integer(Number.MAX_SAFE_INTEGER), "02071fffffffffffff"],
  ["an identifier (X.690 §8.19.5)", objectIdentifier("2.999.3"), "0603883703"],
  ["rsadsi", objectIdentifier("1.2.840.113549"), "06062a864886f70d"],
  ["a PrintableString", printableString("DE"), "13024445"],
  ["a UTF8String", utf8String("é"), "0c02c3a9"],
  ["a dNSName", contextPrimitive(2, ascii("a.b")), "8203612e62"],
  ["an empty SEQUENCE", sequence(), "3000"],
  ["a SET OF, sorted", setOf(octetString(Uint8Array.of(2)), octetString(Uint8Array.of(1))), "3106040101040102"],
])("%s", (_, der, expected) => expect(hex(der)).toBe(expected));

test.each([
  [0x7f, "047f"],
  [0x80, "048180"],
  [0xff, "0481ff"],
  [0x100, "04820100"],
  [0x10000, "0483010000"],
])("writes the length %d in the fewest octets", (length, prefix) => {
  expect(hex(octetString(new Uint8Array(length)).subarray(0, prefix.length / 2))).toBe(prefix);
});

test.each([-1, 1.5, Number.NaN, 2 ** 53])("refuses the integer %d", (value) =>
  expect(() => integer(value)).toThrow(RangeError),
);

test.each(["é", "\u0100", "🦊"])("refuses %s as ASCII", (text) => expect(() => ascii(text)).toThrow(RangeError));

describe("what it writes, the strict reader reads", () => {
  it("for any nesting of byte strings", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 })), (parts) => {
        const read = children(readElement(sequence(...parts.map(octetString)))).map((element) => [...body(element)]);
        expect(read).toEqual(parts.map((part) => [...part]));
      }),
    );
  });

  it("for any identifier", () => {
    const arcs = fc.tuple(
      fc.integer({ min: 0, max: 1 }),
      fc.integer({ min: 0, max: 39 }),
      fc.array(fc.nat(), { maxLength: 8 }),
    );
    fc.assert(
      fc.property(arcs, ([root, second, rest]) => {
        const dotted = [root, second, ...rest].join(".");
        expect(dottedIdentifier(objectIdentifier(dotted).subarray(2))).toBe(dotted);
      }),
    );
  });
});
