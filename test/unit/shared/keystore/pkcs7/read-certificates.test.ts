import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { toPem } from "../../../../../shared/certificate/pem.ts";
import {
  contextPrimitive,
  element,
  integer,
  objectIdentifier,
  octetString,
  sequence,
} from "../../../../../shared/keystore/der-writer.ts";
import { largestKeyFile } from "../../../../../shared/keystore/key-file-bytes.ts";
import { readPkcs7Certificates } from "../../../../../shared/keystore/pkcs7/read-certificates.ts";

// What a certificate holds is not looked into.
const [one, two, three] = ["one", "two", "three"].map((text) => sequence(octetString(Buffer.from(text))));
if (one === undefined || two === undefined || three === undefined) throw new Error("three certificates");
const oid = (last: number) => objectIdentifier(`1.2.840.113549.1.7.${last}`);
const explicit = (...parts: readonly Uint8Array[]) => element(0xa0, ...parts);

const signedData = (certificates: readonly Uint8Array[], content: Uint8Array = sequence(oid(1))) =>
  sequence(
    integer(1),
    element(0x31),
    content,
    ...(certificates.length > 0 ? [explicit(...certificates)] : []),
    element(0x31),
  );
const message = (signed: Uint8Array, type = 2) => sequence(oid(type), explicit(signed));
const usual = message(signedData([two, one]));

function read(file: Uint8Array | string) {
  const found = readPkcs7Certificates(typeof file === "string" ? Buffer.from(file) : file);
  return found.ok ? found.value.map((der) => Buffer.from(der).toString("hex")) : found.problem.code;
}
const hex = (...all: readonly Uint8Array[]) => all.map((der) => Buffer.from(der).toString("hex"));

describe("certificates of signed data", () => {
  test.each([
    ["DER, in the file's order", usual, hex(two, one)],
    ["bytes behind the end", Buffer.concat([usual, Buffer.from("\n")]), hex(two, one)],
    ["there twice", message(signedData([one, two, one])), hex(one, two)],
    [
      "beside other kinds of certificates",
      message(signedData([contextPrimitive(1, one), one, element(0xa3, two)])),
      hex(one),
    ],
    [
      "in the content, as in PKCS#7",
      message(signedData([one], sequence(oid(2), explicit(signedData([two]))))),
      hex(one, two),
    ],
    [
      "in the content, as in CMS",
      message(signedData([one], sequence(oid(2), explicit(octetString(signedData([two])))))),
      hex(one, two),
    ],
    [
      "in a message as content",
      message(signedData([one], sequence(oid(2), explicit(octetString(usual))))),
      hex(one, two),
    ],
    ["beside broken content", message(signedData([one], sequence(oid(2), explicit(octetString(two))))), hex(one)],
    ["no more than one", message(signedData([one])), hex(one)],
  ])("%s", (_, file, expected) => expect(read(file)).toEqual(expected));

  test.each(["PKCS7", "CMS", "CERTIFICATE", "PKCS #7 SIGNED DATA"])("are read from PEM labelled %s", (label) => {
    expect(read(`From the authority:\r\n\r\n${toPem(label, usual).replaceAll("\n", "\r\n")}-- \r\n`)).toEqual(
      hex(two, one),
    );
  });

  it("are read from base64 without armour", () => {
    const long = message(signedData([sequence(octetString(Buffer.alloc(300)))]));
    expect(read(Buffer.from(long).toString("base64"))).toHaveLength(1);
  });

  it("are read from several blocks, beside others", () => {
    const text = toPem("CERTIFICATE", one) + toPem("PKCS7", usual) + toPem("PKCS7", message(signedData([three])));
    expect(read(text)).toEqual(hex(two, one, three));
  });

  it("are read from BER of indefinite length", () => {
    const indefinite = (tag: number, ...parts: readonly Uint8Array[]) =>
      Buffer.concat([Uint8Array.of(tag, 0x80), ...parts, Uint8Array.of(0, 0)]);
    const set = indefinite(0xa0, one, two);
    const signed = indefinite(0x30, integer(1), element(0x31), indefinite(0x30, oid(1)), set, element(0x31));
    expect(read(indefinite(0x30, oid(2), indefinite(0xa0, signed)))).toEqual(hex(one, two));
  });

  it("are found some levels deep, and no deeper", () => {
    let nested = signedData([one]);
    for (let level = 0; level < 12; level++) nested = signedData([two], sequence(oid(2), explicit(nested)));
    expect(read(message(nested))).toEqual(hex(two));
  });
});

describe("a file that has none", () => {
  test.each([
    ["empty", new Uint8Array(), "not-pkcs7"],
    ["text", Buffer.from("Dear customer"), "not-pkcs7"],
    ["a certificate", Buffer.from(toPem("CERTIFICATE", one)), "not-pkcs7"],
    ["signed data under another label", Buffer.from(toPem("PKCS12", usual)), "not-pkcs7"],
    ["encrypted", message(sequence(integer(0)), 3), "not-pkcs7"],
    ["broken PEM", Buffer.from(toPem("PKCS7", usual).slice(0, -8)), "not-pkcs7"],
    ["cut", usual.subarray(0, -1), "damaged"],
    ["no content", message(sequence()), "damaged"],
    ["no certificates", message(signedData([])), "no-certificates"],
    ["longer than any", Buffer.concat([usual, Buffer.alloc(largestKeyFile)]), "too-long"],
  ])("%s", (_, file, code) => expect(read(file)).toBe(code));

  it("is never a throw, whatever byte has changed", () => {
    const nested = message(signedData([one], sequence(oid(2), explicit(octetString(usual)))));
    fc.assert(
      fc.property(fc.nat(nested.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Uint8Array.from(nested);
        changed[at] = (changed[at] ?? 0) ^ change;
        read(changed);
      }),
      { numRuns: 2000 },
    );
  });
});
