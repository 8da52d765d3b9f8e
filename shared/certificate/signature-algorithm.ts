import type { SignatureAlgorithm } from "./certificate.ts";
import { attempt, children, content, type DerElement, expect, tags } from "./der-reader.ts";
import { readObjectIdentifier } from "./object-identifier.ts";

/** RFC 3279 §2.2, RFC 4055 §5, RFC 5758 §3, RFC 8410 §3, FIPS 204; names as OpenSSL writes them. */
const names: Readonly<Record<string, string>> = {
  "1.2.840.113549.1.1.2": "md2WithRSAEncryption",
  "1.2.840.113549.1.1.3": "md4WithRSAEncryption",
  "1.2.840.113549.1.1.4": "md5WithRSAEncryption",
  "1.2.840.113549.1.1.5": "sha1WithRSAEncryption",
  "1.2.840.113549.1.1.10": "rsassaPss",
  "1.2.840.113549.1.1.11": "sha256WithRSAEncryption",
  "1.2.840.113549.1.1.12": "sha384WithRSAEncryption",
  "1.2.840.113549.1.1.13": "sha512WithRSAEncryption",
  "1.2.840.113549.1.1.14": "sha224WithRSAEncryption",
  "1.2.840.10040.4.3": "dsaWithSHA1",
  "1.3.14.3.2.27": "dsaWithSHA1-old",
  "1.3.14.3.2.29": "sha1WithRSA",
  "2.16.840.1.101.3.4.3.2": "dsa_with_SHA256",
  "1.2.840.10045.4.1": "ecdsa-with-SHA1",
  "1.2.840.10045.4.3.1": "ecdsa-with-SHA224",
  "1.2.840.10045.4.3.2": "ecdsa-with-SHA256",
  "1.2.840.10045.4.3.3": "ecdsa-with-SHA384",
  "1.2.840.10045.4.3.4": "ecdsa-with-SHA512",
  "1.3.101.112": "ED25519",
  "1.3.101.113": "ED448",
  "2.16.840.1.101.3.4.3.17": "ML-DSA-44",
  "2.16.840.1.101.3.4.3.18": "ML-DSA-65",
  "2.16.840.1.101.3.4.3.19": "ML-DSA-87",
};

const pss = "1.2.840.113549.1.1.10";
const weakHashes: ReadonlySet<string> = new Set(["1.3.14.3.2.26", "1.2.840.113549.2.2", "1.2.840.113549.2.5"]);

/** Reads the AlgorithmIdentifier of a signature; throws `DerError`. An algorithm not listed here is not called weak. */
export function readSignatureAlgorithm(identifier: DerElement): SignatureAlgorithm {
  const [id, parameters] = children(expect(identifier, tags.sequence, identifier));
  const oid = readObjectIdentifier(id, identifier);
  const name = names[oid] ?? oid;
  const weak = oid === pss ? hasWeakHash(parameters) : /^(md|sha1)|sha1(-old)?$/i.test(name);
  return { oid, name, weak };
}

/** RFC 4055 §3.1: the hash is the field `[0]` of RSASSA-PSS-params; without one it is SHA-1. Broken parameters are weak. */
function hasWeakHash(parameters: DerElement | undefined): boolean {
  const hash = attempt(() => {
    const field = parameters && children(parameters).find(({ tag }) => tag === 0xa0);
    if (field === undefined) return undefined;
    const [id] = children(expect(content(field), tags.sequence, field));
    return readObjectIdentifier(id, field);
  });
  return hash === undefined || weakHashes.has(hash);
}
