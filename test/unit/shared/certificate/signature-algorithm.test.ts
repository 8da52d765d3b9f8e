import { expect, test } from "vitest";
import { DerError, readElement } from "../../../../shared/certificate/der-reader.ts";
import { readSignatureAlgorithm } from "../../../../shared/certificate/signature-algorithm.ts";
import { oid, sequence, tlv } from "../../../support/authority/der.ts";

const pss = "1.2.840.113549.1.1.10";
const hash = (id: string): Uint8Array => sequence(tlv(0xa0, sequence(oid(id), tlv(0x05))));

test.each<[id: string, name: string, weak: boolean]>([
  ["1.2.840.113549.1.1.2", "md2WithRSAEncryption", true],
  ["1.2.840.113549.1.1.4", "md5WithRSAEncryption", true],
  ["1.2.840.113549.1.1.5", "sha1WithRSAEncryption", true],
  ["1.3.14.3.2.29", "sha1WithRSA", true],
  ["1.2.840.10040.4.3", "dsaWithSHA1", true],
  ["1.3.14.3.2.27", "dsaWithSHA1-old", true],
  ["1.2.840.10045.4.1", "ecdsa-with-SHA1", true],
  ["1.2.840.113549.1.1.14", "sha224WithRSAEncryption", false],
  ["1.2.840.113549.1.1.11", "sha256WithRSAEncryption", false],
  ["1.2.840.113549.1.1.12", "sha384WithRSAEncryption", false],
  ["1.2.840.113549.1.1.13", "sha512WithRSAEncryption", false],
  ["1.2.840.10045.4.3.2", "ecdsa-with-SHA256", false],
  ["1.2.840.10045.4.3.3", "ecdsa-with-SHA384", false],
  ["1.2.840.10045.4.3.4", "ecdsa-with-SHA512", false],
  ["1.3.101.112", "ED25519", false],
  ["1.3.101.113", "ED448", false],
  ["2.16.840.1.101.3.4.3.18", "ML-DSA-65", false],
  ["1.2.3.4", "1.2.3.4", false],
])("%s is %s, weak: %s", (id, name, weak) => {
  expect(readSignatureAlgorithm(readElement(sequence(oid(id), tlv(0x05))))).toEqual({ oid: id, name, weak });
});

test.each<[what: string, parameters: readonly Uint8Array[], weak: boolean]>([
  ["SHA-256", [hash("2.16.840.1.101.3.4.2.1")], false],
  ["SHA-512", [hash("2.16.840.1.101.3.4.2.3")], false],
  ["SHA-1", [hash("1.3.14.3.2.26")], true],
  ["MD5", [hash("1.2.840.113549.2.5")], true],
  ["the default, which is SHA-1", [sequence()], true],
  ["no parameters", [], true],
  ["parameters that are broken", [Uint8Array.of(0x30, 2, 0xa0, 9)], true],
])("RSASSA-PSS with %s", (_, parameters, weak) => {
  expect(readSignatureAlgorithm(readElement(sequence(oid(pss), ...parameters)))).toEqual({
    oid: pss,
    name: "rsassaPss",
    weak,
  });
});

test.each([[sequence()], [tlv(0x05)], [sequence(tlv(0x05))]])("%o is refused", (der) => {
  expect(() => readSignatureAlgorithm(readElement(der))).toThrow(DerError);
});
