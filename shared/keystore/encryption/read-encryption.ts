import { children, type DerElement, expect, tags } from "../../certificate/der-reader.ts";
import type { Der } from "../der-writer.ts";
import { algorithmName } from "./algorithm-names.ts";
import { readCbcCipher } from "./cbc-ciphers.ts";
import { EncryptionError } from "./encryption-error.ts";
import type { PasswordForms } from "./password-forms.ts";
import { isPkcs12Scheme, readPkcs12Scheme } from "./pbes1-pkcs12.ts";
import { pbkdf2Key, readPbkdf2 } from "./pbkdf2-key.ts";
import { readAlgorithm } from "./read-algorithm.ts";
import type { Derivation } from "./work.ts";

const pbes2Oid = "1.2.840.113549.1.5.13";

/** How bytes under a passphrase are opened. */
export interface PasswordEncryption {
  /** Which form of the passphrase the key is made from. */
  readonly form: keyof PasswordForms;
  /** Undefined where the padding shows that the password is another, or the bytes are damaged. */
  readonly decrypt: (
    password: Uint8Array,
    encrypted: Uint8Array<ArrayBuffer>,
    derivation: Derivation,
  ) => Promise<Der | undefined>;
}

/**
 * AlgorithmIdentifier of an encryption by passphrase: PBES2 with PBKDF2 (RFC 8018 §6.2) or the schemes of RFC 7292
 * appendix C. Throws `DerError`, and `EncryptionError` naming what is not supported.
 */
export function readEncryption(element: DerElement | undefined, within: DerElement): PasswordEncryption {
  const { oid, parameters } = readAlgorithm(element, within);
  if (isPkcs12Scheme(oid)) return { form: "wide", decrypt: readPkcs12Scheme(oid, parameters, within) };
  if (oid !== pbes2Oid) throw new EncryptionError({ code: "unsupported-algorithm", algorithm: algorithmName(oid) });
  const [derivationElement, cipherElement] = children(expect(parameters, tags.sequence, within));
  const pbkdf2 = readPbkdf2(derivationElement, within);
  const cipher = readCbcCipher(cipherElement, within);
  const keyBytes = cipher.anyKeyBytes ? (pbkdf2.keyBytes ?? cipher.keyBytes) : cipher.keyBytes;
  return {
    form: "octets",
    decrypt: async (password, encrypted, derivation) => {
      const key = await pbkdf2Key(password, pbkdf2, keyBytes, derivation);
      return cipher.decrypt(key, encrypted, derivation.crypto);
    },
  };
}

/** What the first fitting form of the passphrase opens, as `accept` finds it sound. */
export async function openWith<T>(
  encryption: PasswordEncryption,
  forms: PasswordForms,
  encrypted: Uint8Array<ArrayBuffer>,
  accept: (plain: Der) => T | undefined,
  derivation: Derivation,
): Promise<T | undefined> {
  for (const password of forms[encryption.form]) {
    const plain = await encryption.decrypt(password, encrypted, derivation);
    const accepted = plain === undefined ? undefined : accept(plain);
    if (accepted !== undefined) return accepted;
  }
  return undefined;
}
