import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { DerError } from "../../../../shared/certificate/der-reader.ts";
import { berToDer, wholeBerToDer } from "../../../../shared/keystore/ber-to-der.ts";
import { integer, octetString, sequence, setOf } from "../../../../shared/keystore/der-writer.ts";

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(" ", ""), "hex"));
const hex = (data: Uint8Array) => Buffer.from(data).toString("hex");

describe("BER becomes DER", () => {
  test.each([
    ["indefinite length", "3080 020101 0000", "3003020101"],
    ["indefinite within indefinite", "3080 a080 020101 0000 0000", "3005a003020101"],
    ["indefinite within definite", "3007 a080 020101 0000", "3005a003020101"],
    ["an octet string in pieces", "2480 04020102 040103 0000", "0403010203"],
    ["an octet string in pieces of definite length", "2407 04020102 040103", "0403010203"],
    ["pieces in pieces", "2480 2480 040101 0000 040102 0000", "04020102"],
    ["no pieces at all", "2480 0000", "0400"],
    ["long lengths", "30820006 0283000001 41", "3003020141"],
    ["implicit octet strings keep their pieces", "a080 040101 040102 0000", "a006040101040102"],
    ["bytes behind the end", "3003020101 ffff", "3003020101"],
  ])("%s", (_, ber, der) => expect(hex(berToDer(bytes(ber)))).toBe(der));

  it("leaves DER as it is", () => {
    const { tree } = fc.letrec<{ tree: Uint8Array; leaf: Uint8Array; node: Uint8Array }>((tie) => ({
      tree: fc.oneof({ depthSize: "medium" }, tie("leaf"), tie("node")),
      leaf: fc.oneof(fc.nat().map(integer), fc.uint8Array({ maxLength: 400 }).map(octetString)),
      node: fc.oneof(
        fc.array(tie("tree"), { maxLength: 5 }).map((parts) => sequence(...parts)),
        fc.array(tie("tree"), { maxLength: 5 }).map((parts) => setOf(...parts)),
      ),
    }));
    fc.assert(
      fc.property(tree, (der) => {
        expect(hex(wholeBerToDer(der))).toBe(hex(der));
      }),
    );
  });
});

describe("broken bytes", () => {
  test.each([
    ["nothing", ""],
    ["half a head", "30"],
    ["a body that is cut", "300302"],
    ["an indefinite length without end", "3080 020101"],
    ["an indefinite length of a primitive", "0480 0000"],
    ["a child that ends beyond its parent", "3003 020201 01"],
    ["an octet string of integers", "2403 020101"],
    ["a length of seven octets", "3087 00000000000001 00"],
    ["a tag of several octets", "3f8101 00"],
    ["an end without a beginning", "0000"],
  ])("%s", (_, ber) => expect(() => berToDer(bytes(ber))).toThrow(DerError));

  it("nested a thousand deep, of either kind", () => {
    expect(() => berToDer(bytes("3080".repeat(1000)))).toThrow(DerError);
    let deep: Uint8Array = integer(1);
    for (let level = 0; level < 1000; level++) deep = sequence(deep);
    expect(() => berToDer(deep)).toThrow(DerError);
  });

  it("something behind the end, where nothing may be", () => {
    expect(() => wholeBerToDer(bytes("3003020101 00"))).toThrow(DerError);
  });

  it("anything at all: DER or a DerError", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (data) => {
        try {
          const der = berToDer(data);
          expect(hex(wholeBerToDer(der))).toBe(hex(der));
        } catch (error) {
          expect(error).toBeInstanceOf(DerError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
