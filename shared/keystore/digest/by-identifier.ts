import type { Digest } from "./digest.ts";
import { sha1 } from "./sha1.ts";
import { sha224, sha256 } from "./sha256.ts";
import { sha384, sha512, sha512of224, sha512of256 } from "./sha512.ts";

/** Hash functions by their object identifiers (NIST's CSOR; RFC 3279 §2.1 for SHA-1). */
export const digests: Readonly<Record<string, Digest>> = {
  "1.3.14.3.2.26": sha1,
  "2.16.840.1.101.3.4.2.4": sha224,
  "2.16.840.1.101.3.4.2.1": sha256,
  "2.16.840.1.101.3.4.2.2": sha384,
  "2.16.840.1.101.3.4.2.3": sha512,
  "2.16.840.1.101.3.4.2.5": sha512of224,
  "2.16.840.1.101.3.4.2.6": sha512of256,
};

/** HMAC with each of them (RFC 8018 appendix B.1). */
export const hmacDigests: Readonly<Record<string, Digest>> = {
  "1.2.840.113549.2.7": sha1,
  "1.2.840.113549.2.8": sha224,
  "1.2.840.113549.2.9": sha256,
  "1.2.840.113549.2.10": sha384,
  "1.2.840.113549.2.11": sha512,
  "1.2.840.113549.2.12": sha512of224,
  "1.2.840.113549.2.13": sha512of256,
};
