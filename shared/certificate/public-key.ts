import type { PublicKey } from "./certificate.ts";
import { attempt, body, children, content, type DerElement, encoding, expect, tags } from "./der-reader.ts";
import { readObjectIdentifier } from "./object-identifier.ts";

type KeyFacts = Omit<PublicKey, "spki">;

/** Algorithms that their OID alone describes: RFC 8410 §3, FIPS 204 (NIST's CSOR, as RFC 9881 §2 uses it). */
const fixedKeys: Readonly<Record<string, KeyFacts>> = {
  "1.3.101.112": { algorithm: "ed25519", bits: 255 },
  "1.3.101.113": { algorithm: "ed448", bits: 448 },
  "2.16.840.1.101.3.4.3.17": { algorithm: "ml-dsa", bits: 0, parameterSet: "ML-DSA-44" },
  "2.16.840.1.101.3.4.3.18": { algorithm: "ml-dsa", bits: 0, parameterSet: "ML-DSA-65" },
  "2.16.840.1.101.3.4.3.19": { algorithm: "ml-dsa", bits: 0, parameterSet: "ML-DSA-87" },
};

/** Curves seen in certificates, with the bits of their fields: RFC 5480 §2.1.1.1, SEC 2, RFC 5639. */
const curves: Readonly<Record<string, readonly [name: string, bits: number]>> = {
  "1.2.840.10045.3.1.1": ["P-192", 192],
  "1.2.840.10045.3.1.7": ["P-256", 256],
  "1.3.132.0.10": ["secp256k1", 256],
  "1.3.132.0.33": ["P-224", 224],
  "1.3.132.0.34": ["P-384", 384],
  "1.3.132.0.35": ["P-521", 521],
  "1.3.36.3.3.2.8.1.1.7": ["brainpoolP256r1", 256],
  "1.3.36.3.3.2.8.1.1.11": ["brainpoolP384r1", 384],
  "1.3.36.3.3.2.8.1.1.13": ["brainpoolP512r1", 512],
};

/**
 * Reads a SubjectPublicKeyInfo (RFC 5280 §4.1.2.7). A key that cannot be made out is described with 0 bits;
 * `DerError` is thrown only where the structure around it is broken.
 */
export function readPublicKey(info: DerElement): PublicKey {
  const [algorithm, key] = children(expect(info, tags.sequence, info));
  const [id, parameters] = children(expect(algorithm, tags.sequence, info));
  const facts = describeKey(readObjectIdentifier(id, info), parameters, expect(key, tags.bitString, info));
  return { ...facts, spki: encoding(info).slice() };
}

function describeKey(oid: string, parameters: DerElement | undefined, key: DerElement): KeyFacts {
  switch (oid) {
    case "1.2.840.113549.1.1.1":
      return { algorithm: "rsa", bits: attempt(() => modulusBits(key)) ?? 0 };
    case "1.2.840.113549.1.1.10":
      return { algorithm: "rsa-pss", bits: attempt(() => modulusBits(key)) ?? 0 };
    case "1.2.840.10045.2.1": {
      // Parameters written out instead of named (RFC 5480 §2.1.1 forbids it) leave the curve unknown.
      const curve = attempt(() => readObjectIdentifier(parameters, key));
      if (curve === undefined) return { algorithm: "ec", bits: 0 };
      const [name, bits] = curves[curve] ?? [curve, 0];
      return { algorithm: "ec", bits, curve: name };
    }
    default:
      return fixedKeys[oid] ?? { algorithm: "unknown", bits: 0 };
  }
}

/** RFC 8017 §A.1.1: RSAPublicKey ::= SEQUENCE { modulus, publicExponent }, after the BIT STRING's count of unused bits. */
function modulusBits(key: DerElement): number {
  const sequence = content({ ...key, bodyStart: key.bodyStart + 1 });
  const [modulus] = children(expect(sequence, tags.sequence, key));
  const bytes = body(expect(modulus, tags.integer, key));
  const first = bytes.findIndex((byte) => byte !== 0);
  return first < 0 ? 0 : (bytes.length - first) * 8 - (Math.clz32(bytes[first] ?? 0) - 24);
}
