import { encryptCbc } from "../cipher/cbc.ts";
import { tripleDes } from "../cipher/des.ts";
import { type Der, integer, objectIdentifier, octetString, sequence } from "../der-writer.ts";
import { sha1 } from "../digest/sha1.ts";
import { pkcs12Key } from "../encryption/pkcs12-key.ts";
import type { Derivation } from "../encryption/work.ts";
import { deriveCbcKey, encodePbes2 } from "../pbes2.ts";

export interface Encrypted {
  /** AlgorithmIdentifier with salt, rounds and all. */
  readonly algorithm: Der;
  readonly bytes: Der;
}

const tripleDesOid = "1.2.840.113549.1.12.1.3";

/** PBES2: AES-256-CBC under a key from PBKDF2-HMAC-SHA-256. */
export async function encryptAes(
  plain: Der,
  passphrase: string,
  iterations: number,
  { crypto }: Derivation,
): Promise<Encrypted> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(16));
  const key = await deriveCbcKey(passphrase, { salt, iterations, hash: "SHA-256", keyBits: 256 }, crypto);
  const bytes = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-CBC", iv }, key, plain));
  return { algorithm: encodePbes2({ salt, iterations, iv }), bytes };
}

/** pbeWithSHAAnd3-KeyTripleDES-CBC (RFC 7292 appendix C); the password in the form of PKCS#12. */
export async function encryptTripleDes(
  plain: Der,
  password: Uint8Array,
  iterations: number,
  derivation: Derivation,
): Promise<Encrypted> {
  const salt = derivation.crypto.getRandomValues(new Uint8Array(8));
  const order = { digest: sha1, password, salt, iterations };
  const key = await pkcs12Key({ ...order, purpose: "key", bytes: 24 }, derivation);
  const iv = await pkcs12Key({ ...order, purpose: "iv", bytes: 8 }, derivation);
  const algorithm = sequence(objectIdentifier(tripleDesOid), sequence(octetString(salt), integer(iterations)));
  return { algorithm, bytes: encryptCbc(tripleDes(key), iv, plain) };
}
