import { type Der, integer, nullValue, objectIdentifier, octetString, sequence } from "./der-writer.ts";
import { passphraseBytes } from "./passphrase.ts";

/** Object identifiers of RFC 8018 appendix C. */
export const pbes2Oid = "1.2.840.113549.1.5.13";
export const pbkdf2Oid = "1.2.840.113549.1.5.12";

/** Pseudo-random functions for PBKDF2 that WebCrypto has, with the hash of each. */
export const prfHashes: Readonly<Record<string, string>> = {
  "1.2.840.113549.2.7": "SHA-1",
  "1.2.840.113549.2.9": "SHA-256",
  "1.2.840.113549.2.10": "SHA-384",
  "1.2.840.113549.2.11": "SHA-512",
};
const hmacWithSha256Oid = "1.2.840.113549.2.9";

/** AES in CBC mode (RFC 3565 §4.1) with the length of its key in bits. */
export const cbcKeyBits: Readonly<Record<string, number>> = {
  "2.16.840.1.101.3.4.1.2": 128,
  "2.16.840.1.101.3.4.1.22": 192,
  "2.16.840.1.101.3.4.1.42": 256,
};
const aes256CbcOid = "2.16.840.1.101.3.4.1.42";

/** What a passphrase is turned into a key with, and the cipher that the key is for. */
export interface Pbes2Parameters {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly iterations: number;
  /** WebCrypto's name of the hash in HMAC. */
  readonly hash: string;
  readonly keyBits: number;
  readonly iv: Uint8Array<ArrayBuffer>;
}

/** DER of the AlgorithmIdentifier (RFC 8018 appendix A.4) for PBKDF2 with HMAC-SHA-256 and AES-256-CBC. */
export function encodePbes2({ salt, iterations, iv }: Pick<Pbes2Parameters, "salt" | "iterations" | "iv">): Der {
  const prf = sequence(objectIdentifier(hmacWithSha256Oid), nullValue());
  // keyLength is optional and the cipher says it; OpenSSL and GnuTLS leave it out too.
  const derivation = sequence(objectIdentifier(pbkdf2Oid), sequence(octetString(salt), integer(iterations), prf));
  const cipher = sequence(objectIdentifier(aes256CbcOid), octetString(iv));
  return sequence(objectIdentifier(pbes2Oid), sequence(derivation, cipher));
}

/** The AES-CBC key of a passphrase; it cannot be taken out of WebCrypto. */
export async function deriveCbcKey(
  passphrase: string,
  { salt, iterations, hash, keyBits }: Omit<Pbes2Parameters, "iv">,
  crypto: Crypto,
): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey("raw", passphraseBytes(passphrase), "PBKDF2", false, ["deriveKey"]);
  return crypto.subtle.deriveKey(
    { name: "PBKDF2", salt, iterations, hash },
    material,
    { name: "AES-CBC", length: keyBits },
    false,
    ["encrypt", "decrypt"],
  );
}

/** DER of EncryptedPrivateKeyInfo (RFC 5958 §3). */
export const encodeEncryptedKey = (algorithm: Der, encrypted: Uint8Array): Der =>
  sequence(algorithm, octetString(encrypted));
