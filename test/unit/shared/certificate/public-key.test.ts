import { generateKeyPairSync } from "node:crypto";
import { expect, it, test } from "vitest";
import type { PublicKey } from "../../../../shared/certificate/certificate.ts";
import { DerError, readElement } from "../../../../shared/certificate/der-reader.ts";
import { readPublicKey } from "../../../../shared/certificate/public-key.ts";
import { oid, sequence, tlv, unsignedInteger } from "../../../support/authority/der.ts";
import { ecKey } from "./written-certificate.ts";

type Facts = Omit<PublicKey, "spki">;

const spki = (pair: { readonly publicKey: { export(options: { type: "spki"; format: "der" }): Buffer } }): Uint8Array =>
  new Uint8Array(pair.publicKey.export({ type: "spki", format: "der" }));
const bits = (...bytes: readonly number[]): Uint8Array => tlv(0x03, Uint8Array.from(bytes));
const rsa = (key: Uint8Array): Uint8Array => sequence(sequence(oid("1.2.840.113549.1.1.1"), tlv(0x05)), key);
const modulus = (bytes: Uint8Array): Uint8Array => {
  const key = sequence(tlv(0x02, bytes), unsignedInteger(Uint8Array.of(1, 0, 1)));
  return rsa(bits(0, ...key));
};

test.each<[what: string, der: Uint8Array, facts: Facts]>([
  ["RSA", spki(generateKeyPairSync("rsa", { modulusLength: 1024 })), { algorithm: "rsa", bits: 1024 }],
  ["RSA of an odd size", spki(generateKeyPairSync("rsa", { modulusLength: 1027 })), { algorithm: "rsa", bits: 1027 }],
  ["RSA-PSS", spki(generateKeyPairSync("rsa-pss", { modulusLength: 1024 })), { algorithm: "rsa-pss", bits: 1024 }],
  ["P-256", spki(generateKeyPairSync("ec", { namedCurve: "P-256" })), { algorithm: "ec", bits: 256, curve: "P-256" }],
  ["P-384", spki(generateKeyPairSync("ec", { namedCurve: "P-384" })), { algorithm: "ec", bits: 384, curve: "P-384" }],
  ["P-521", spki(generateKeyPairSync("ec", { namedCurve: "P-521" })), { algorithm: "ec", bits: 521, curve: "P-521" }],
  [
    "P-224",
    spki(generateKeyPairSync("ec", { namedCurve: "secp224r1" })),
    { algorithm: "ec", bits: 224, curve: "P-224" },
  ],
  [
    "secp256k1",
    spki(generateKeyPairSync("ec", { namedCurve: "secp256k1" })),
    { algorithm: "ec", bits: 256, curve: "secp256k1" },
  ],
  [
    "brainpool",
    spki(generateKeyPairSync("ec", { namedCurve: "brainpoolP384r1" })),
    { algorithm: "ec", bits: 384, curve: "brainpoolP384r1" },
  ],
  [
    "explicit parameters",
    spki(generateKeyPairSync("ec", { namedCurve: "P-256", paramEncoding: "explicit" })),
    { algorithm: "ec", bits: 0 },
  ],
  ["a curve without a name here", ecKey("1.2.3.4"), { algorithm: "ec", bits: 0, curve: "1.2.3.4" }],
  ["Ed25519", spki(generateKeyPairSync("ed25519")), { algorithm: "ed25519", bits: 255 }],
  ["Ed448", spki(generateKeyPairSync("ed448")), { algorithm: "ed448", bits: 448 }],
  [
    "DSA",
    spki(generateKeyPairSync("dsa", { modulusLength: 1024, divisorLength: 160 })),
    { algorithm: "unknown", bits: 0 },
  ],
  [
    "ML-DSA-44",
    sequence(sequence(oid("2.16.840.1.101.3.4.3.17")), bits(0, 1)),
    { algorithm: "ml-dsa", bits: 0, parameterSet: "ML-DSA-44" },
  ],
  [
    "ML-DSA-65",
    sequence(sequence(oid("2.16.840.1.101.3.4.3.18")), bits(0, 1)),
    { algorithm: "ml-dsa", bits: 0, parameterSet: "ML-DSA-65" },
  ],
  [
    "ML-DSA-87",
    sequence(sequence(oid("2.16.840.1.101.3.4.3.19")), bits(0, 1)),
    { algorithm: "ml-dsa", bits: 0, parameterSet: "ML-DSA-87" },
  ],
  ["RSA without a key in it", rsa(bits(0)), { algorithm: "rsa", bits: 0 }],
  ["RSA with noise for a key", rsa(bits(0, 0x30, 0x80, 1, 2)), { algorithm: "rsa", bits: 0 }],
  ["RSA with an empty bit string", rsa(bits()), { algorithm: "rsa", bits: 0 }],
  ["RSA with a modulus of zero", modulus(Uint8Array.of(0, 0)), { algorithm: "rsa", bits: 0 }],
  ["RSA with a modulus that lacks its leading zero", modulus(Uint8Array.of(0x80, 0)), { algorithm: "rsa", bits: 16 }],
  [
    "an EC key without parameters",
    sequence(sequence(oid("1.2.840.10045.2.1")), bits(0, 4)),
    { algorithm: "ec", bits: 0 },
  ],
])("%s", (_, der, facts) => {
  expect(readPublicKey(readElement(der))).toEqual({ ...facts, spki: der });
});

test.each<[what: string, der: Uint8Array]>([
  ["nothing", sequence()],
  ["no algorithm", sequence(bits(0))],
  ["no key", sequence(sequence(oid("1.3.101.112")))],
  ["no OID", sequence(sequence(), bits(0))],
  ["an octet string for a bit string", sequence(sequence(oid("1.3.101.112")), tlv(0x04))],
])("%s is refused", (_, der) => {
  expect(() => readPublicKey(readElement(der))).toThrow(DerError);
});

it("keeps bytes of its own", () => {
  const der = ecKey();
  const { spki: kept } = readPublicKey(readElement(der));
  der.fill(0);
  expect(kept).toEqual(ecKey());
});
