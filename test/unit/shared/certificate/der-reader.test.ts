import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { body, children, content, DerError, encoding, readElement } from "../../../../shared/certificate/der-reader.ts";
import { fromHex } from "../../../../shared/certificate/hex.ts";
import { tlv } from "../../../support/authority/der.ts";
import { nested } from "./written-certificate.ts";

const bytes = (hex: string): Uint8Array => fromHex(hex) ?? expect.fail(`not hex: ${hex}`);

function codeOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof DerError) return `${error.code} at ${error.offset}`;
    throw error;
  }
  return "read";
}

describe("one element", () => {
  test.each<[hex: string, outcome: string]>([
    ["0500", "read"],
    ["0401ff", "read"],
    ["", "truncated at 0"],
    ["30", "truncated at 0"],
    ["3001", "truncated at 0"],
    ["3082", "truncated at 0"],
    ["308201", "truncated at 0"],
    ["3084ffffffff", "truncated at 0"],
    ["30847fffffff00", "truncated at 0"],
    // BER's indefinite length
    ["3080", "not-der at 0"],
    ["30800000", "not-der at 0"],
    // more than four octets of length, or the reserved 0xff
    ["30850100000000", "not-der at 0"],
    ["30ff", "not-der at 0"],
    // lengths that would fit into fewer octets
    ["048100", "not-der at 0"],
    ["04810101", "not-der at 0"],
    ["0482000101", "not-der at 0"],
    [`04820080${"00".repeat(128)}`, "not-der at 0"],
    [`048180${"00".repeat(128)}`, "read"],
    // tags of more than one octet
    ["1f8100", "not-der at 0"],
    ["3f0000", "not-der at 0"],
  ])("%s: %s", (hex, outcome) => {
    expect(codeOf(() => readElement(bytes(hex)))).toBe(outcome);
  });

  it("does not take the end of its parent for the end of the source", () => {
    const parent = readElement(bytes("3003040201ffff"));
    expect(codeOf(() => children(parent))).toBe("not-der at 2");
  });

  it("is what was written, whatever its size", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 255 }), fc.uint8Array({ maxLength: 70_000 }), (tag, value) => {
        fc.pre((tag & 0x1f) !== 0x1f);
        const written = tlv(tag, value);
        const element = readElement(written);
        expect(element.tag).toBe(tag);
        expect(Buffer.compare(body(element), value)).toBe(0);
        expect(Buffer.compare(encoding(element), written)).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it("stays within its bytes, whatever they are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (source) => {
        const outcome = codeOf(() => {
          const element = readElement(source);
          expect(element.bodyStart).toBeLessThanOrEqual(element.end);
          expect(element.end).toBeLessThanOrEqual(source.length);
        });
        expect(outcome).toMatch(/^(read|truncated at 0|not-der at 0)$/);
      }),
    );
  });
});

describe("children", () => {
  it("are listed in order and one level deep", () => {
    const parent = readElement(bytes("300a0201013003020102050000"));
    expect(children(parent).map(({ tag, start, end }) => [tag, start, end])).toEqual([
      [0x02, 2, 5],
      [0x30, 5, 10],
      [0x05, 10, 12],
    ]);
  });

  it("of an element 10,000 levels deep cost one level", () => {
    expect(children(readElement(nested(10_000)))).toHaveLength(1);
  });
});

test("content is one element and nothing after it", () => {
  expect(content(readElement(bytes("04020500"))).tag).toBe(5);
  expect(codeOf(() => content(readElement(bytes("0403050000"))))).toBe("not-der at 4");
  expect(codeOf(() => content(readElement(bytes("0400"))))).toBe("truncated at 2");
});
