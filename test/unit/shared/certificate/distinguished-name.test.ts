import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { attributeTypes } from "../../../../shared/certificate/attribute-types.ts";
import type { DistinguishedName } from "../../../../shared/certificate/certificate.ts";
import { DerError, readElement } from "../../../../shared/certificate/der-reader.ts";
import { attribute, attributes, formatName } from "../../../../shared/certificate/distinguished-name.ts";
import { readName } from "../../../../shared/certificate/name-reader.ts";
import { oid, sequence, text, tlv } from "../../../support/authority/der.ts";

const pair = (id: string, value: Uint8Array): Uint8Array => sequence(oid(id), value);
const cn = (value: string): DistinguishedName => [[{ oid: "2.5.4.3", type: "CN", value }]];

describe("a name in DER", () => {
  test.each<[what: string, der: Uint8Array, name: DistinguishedName]>([
    ["empty", sequence(), []],
    [
      "several parts in certificate order",
      sequence(
        tlv(0x31, pair("2.5.4.6", text(0x13, "DE"))),
        tlv(0x31, pair("2.5.4.10", text(0x0c, "Bücher GmbH"))),
        tlv(0x31, pair("2.5.4.3", text(0x0c, "www.example.com"))),
      ),
      [
        [{ oid: "2.5.4.6", type: "C", value: "DE" }],
        [{ oid: "2.5.4.10", type: "O", value: "Bücher GmbH" }],
        [{ oid: "2.5.4.3", type: "CN", value: "www.example.com" }],
      ],
    ],
    [
      "two attributes in one part",
      sequence(tlv(0x31, pair("2.5.4.11", text(0x13, "a")), pair("2.5.4.3", text(0x13, "b")))),
      [
        [
          { oid: "2.5.4.11", type: "OU", value: "a" },
          { oid: "2.5.4.3", type: "CN", value: "b" },
        ],
      ],
    ],
    [
      "an unknown type",
      sequence(tlv(0x31, pair("1.2.3.4", text(0x0c, "x")))),
      [[{ oid: "1.2.3.4", type: "1.2.3.4", value: "x" }]],
    ],
    ["a value that is no text", sequence(tlv(0x31, pair("2.5.4.3", tlv(0x02, Uint8Array.of(7))))), cn("#020107")],
    ["no value", sequence(tlv(0x31, sequence(oid("2.5.4.3")))), cn("")],
    ["hostile text as it stands", sequence(tlv(0x31, pair("2.5.4.3", text(0x0c, "\u202e<b>\0")))), cn("\u202e<b>\0")],
    [
      "an OID that every object has",
      sequence(tlv(0x31, pair("2.5.4.3", text(0x0c, "constructor")))),
      cn("constructor"),
    ],
  ])("%s", (_, der, name) => {
    expect(readName(readElement(der))).toEqual(name);
  });

  test.each<[what: string, der: Uint8Array]>([
    ["no sequence", tlv(0x31)],
    ["a part that is no set", sequence(sequence(oid("2.5.4.3"), text(0x0c, "x")))],
    ["an attribute that is no sequence", sequence(tlv(0x31, oid("2.5.4.3")))],
    ["no type", sequence(tlv(0x31, sequence(text(0x0c, "x"))))],
    ["an empty attribute", sequence(tlv(0x31, sequence()))],
    ["a broken length", sequence(Uint8Array.of(0x31, 9, 0))],
  ])("%s is refused", (_, der) => {
    expect(() => readName(readElement(der))).toThrow(DerError);
  });

  it("comes back from its encoding", () => {
    const part = fc.array(
      fc.tuple(fc.constantFrom(...Object.keys(attributeTypes), "1.2.3"), fc.string({ unit: "grapheme" })),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const der = sequence(
          ...parts.map((list) => tlv(0x31, ...list.map(([id, value]) => pair(id, text(0x0c, value))))),
        );
        expect(readName(readElement(der)).map((list) => list.map(({ oid: id, value }) => [id, value]))).toEqual(parts);
      }),
    );
  });
});

describe("attributes", () => {
  const name: DistinguishedName = [
    [{ oid: "2.5.4.11", type: "OU", value: "first" }],
    [
      { oid: "2.5.4.11", type: "OU", value: "second" },
      { oid: "2.5.4.3", type: "CN", value: "www" },
    ],
  ];

  it("are found by type", () => {
    expect(attributes(name, "OU")).toEqual(["first", "second"]);
    expect(attribute(name, "OU")).toBe("second");
    expect(attribute(name, "CN")).toBe("www");
    expect(attribute(name, "O")).toBeUndefined();
  });
});

describe("RFC 4514 text", () => {
  test.each<[value: string, text: string]>([
    ["www.example.com", "CN=www.example.com"],
    ["", "CN="],
    ["Example, Inc.", "CN=Example\\, Inc."],
    ['a"b+c;d<e>f\\g=h', 'CN=a\\"b\\+c\\;d\\<e\\>f\\\\g=h'],
    ["#1", "CN=\\#1"],
    ["a#", "CN=a#"],
    [" a ", "CN=\\ a\\ "],
    [" ", "CN=\\ "],
    ["  ", "CN=\\ \\ "],
    ["a\0b", "CN=a\\00b"],
    ["Bücher 例 🔒", "CN=Bücher 例 🔒"],
  ])("of %j is %s", (value, formatted) => {
    expect(formatName(cn(value))).toBe(formatted);
  });

  it("runs from the host to the country", () => {
    const name: DistinguishedName = [
      [{ oid: "2.5.4.6", type: "C", value: "GB" }],
      [
        { oid: "2.5.4.10", type: "O", value: "x" },
        { oid: "2.5.4.11", type: "OU", value: "y" },
      ],
      ...cn("z"),
    ];
    expect(formatName(name)).toBe("CN=z,O=x+OU=y,C=GB");
    expect(formatName([])).toBe("");
  });

  it("can be undone, whatever the values hold", () => {
    const values = fc.array(fc.string({ unit: fc.constantFrom(...'a ,+"\\<>;=#\0é') }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(values, (list) => {
        const formatted = formatName(list.toReversed().flatMap((value) => cn(value)));
        expect(valuesOf(formatted)).toEqual(list);
      }),
      { numRuns: 500 },
    );
  });
});

/** The values of `CN=…,CN=…` (RFC 4514 §3), read character by character. */
function valuesOf(formatted: string): readonly string[] {
  const values: string[] = [];
  let value = "";
  for (let at = 0; at <= formatted.length; at++) {
    const character = formatted[at];
    if (character === "\\") {
      const hex = /^[0-9a-f]{2}/i.exec(formatted.slice(at + 1))?.[0];
      value += hex ? String.fromCharCode(Number.parseInt(hex, 16)) : formatted[at + 1];
      at += hex ? 2 : 1;
    } else if (character === "," || character === undefined) {
      values.push(value.slice("CN=".length));
      value = "";
    } else value += character;
  }
  return values;
}
