import { body, children, type DerElement, expect, tags } from "../../certificate/der-reader.ts";
import { decryptCbc } from "../cipher/cbc.ts";
import { tripleDes } from "../cipher/des.ts";
import { rc2 } from "../cipher/rc2.ts";
import { rc4 } from "../cipher/rc4.ts";
import { concatBytes, type Der } from "../der-writer.ts";
import { sha1 } from "../digest/sha1.ts";
import { pkcs12Key } from "./pkcs12-key.ts";
import { readPositive } from "./read-algorithm.ts";
import type { Derivation } from "./work.ts";

interface Pkcs12Cipher {
  readonly keyBytes: number;
  readonly ivBytes: 0 | 8;
  readonly decrypt: (key: Der, iv: Der, encrypted: Uint8Array) => Der | undefined;
}

/** 3DES with two keys is 3DES with the first one again as the third. */
const twoKeys = (key: Uint8Array): Der => concatBytes([key, key.subarray(0, 8)]);

/** The encryption of PKCS#12 before PBES2 (RFC 7292 appendix C), which Windows and Java wrote until 2020 and later. */
const ciphers: Readonly<Record<string, Pkcs12Cipher>> = {
  "1.2.840.113549.1.12.1.1": { keyBytes: 16, ivBytes: 0, decrypt: (key, _, encrypted) => rc4(key, encrypted) },
  "1.2.840.113549.1.12.1.2": { keyBytes: 5, ivBytes: 0, decrypt: (key, _, encrypted) => rc4(key, encrypted) },
  "1.2.840.113549.1.12.1.3": {
    keyBytes: 24,
    ivBytes: 8,
    decrypt: (key, iv, encrypted) => decryptCbc(tripleDes(key), iv, encrypted),
  },
  "1.2.840.113549.1.12.1.4": {
    keyBytes: 16,
    ivBytes: 8,
    decrypt: (key, iv, encrypted) => decryptCbc(tripleDes(twoKeys(key)), iv, encrypted),
  },
  "1.2.840.113549.1.12.1.5": {
    keyBytes: 16,
    ivBytes: 8,
    decrypt: (key, iv, encrypted) => decryptCbc(rc2(key, 128), iv, encrypted),
  },
  "1.2.840.113549.1.12.1.6": {
    keyBytes: 5,
    ivBytes: 8,
    decrypt: (key, iv, encrypted) => decryptCbc(rc2(key, 40), iv, encrypted),
  },
};

export const isPkcs12Scheme = (oid: string): boolean => oid in ciphers;

/** Reads the parameters of one of those schemes; throws `DerError`. The password is in the form of RFC 7292. */
export function readPkcs12Scheme(oid: string, parameters: DerElement | undefined, within: DerElement) {
  const [saltElement, count] = children(expect(parameters, tags.sequence, within));
  const salt = body(expect(saltElement, tags.octetString, within));
  const iterations = readPositive(count, within);
  return async (password: Uint8Array, encrypted: Uint8Array, derivation: Derivation): Promise<Der | undefined> => {
    const cipher = ciphers[oid];
    if (cipher === undefined) return undefined;
    const order = { digest: sha1, password, salt, iterations };
    const key = await pkcs12Key({ ...order, purpose: "key", bytes: cipher.keyBytes }, derivation);
    const iv = await pkcs12Key({ ...order, purpose: "iv", bytes: cipher.ivBytes }, derivation);
    return cipher.decrypt(key, iv, encrypted);
  };
}
