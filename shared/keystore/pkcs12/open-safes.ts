import { attempt, body, children, type DerElement, expect, readElement, tags } from "../../certificate/der-reader.ts";
import { berToDer, wholeBerToDer } from "../ber-to-der.ts";
import { concatBytes, type Der } from "../der-writer.ts";
import { algorithmName } from "../encryption/algorithm-names.ts";
import { EncryptionError } from "../encryption/encryption-error.ts";
import type { PasswordForms } from "../encryption/password-forms.ts";
import { openWith, readEncryption } from "../encryption/read-encryption.ts";
import type { Derivation } from "../encryption/work.ts";
import { dataOid, encryptedDataOid } from "./bag-identifiers.ts";
import { type Bag, readBags } from "./bags.ts";
import { openKey } from "./open-key.ts";
import { readContentInfo } from "./read-envelope.ts";

/**
 * The bags of all safes (RFC 7292 §4.1), in order; undefined where one is encrypted with another passphrase. Throws
 * `DerError` and `EncryptionError`.
 */
export async function openSafes(
  safes: readonly DerElement[],
  forms: PasswordForms,
  derivation: Derivation,
): Promise<readonly Bag[] | undefined> {
  const bags: Bag[] = [];
  for (const safe of safes) {
    const found = await openSafe(safe, forms, derivation);
    if (found === undefined) return undefined;
    bags.push(...found);
  }
  return bags;
}

/**
 * Whether the passphrase, in the form of the standard, opens the first thing that is encrypted: then it is the right
 * one, whatever a seal says. One try, for it may take seconds. Throws `DerError`.
 */
export async function opensFirst(
  safes: readonly DerElement[],
  { wide, octets }: PasswordForms,
  derivation: Derivation,
): Promise<boolean> {
  const standard = { wide: wide.slice(0, 1), octets: octets.slice(0, 1) };
  try {
    for (const safe of safes) {
      const bags = await openSafe(safe, standard, derivation);
      if (readContentInfo(safe, safe).type === encryptedDataOid) return bags !== undefined;
      const locked = bags?.find(({ kind }) => kind === "encrypted-key");
      if (locked !== undefined) return (await openKey(locked, standard, derivation)) !== undefined;
    }
  } catch (error) {
    if (!(error instanceof EncryptionError)) throw error;
  }
  return false;
}

async function openSafe(
  safe: DerElement,
  forms: PasswordForms,
  derivation: Derivation,
): Promise<readonly Bag[] | undefined> {
  const { type, value } = readContentInfo(safe, safe);
  if (type === dataOid) return readBags(readElement(berToDer(body(expect(value, tags.octetString, safe)))));
  if (type !== encryptedDataOid) {
    throw new EncryptionError({ code: "unsupported-algorithm", algorithm: algorithmName(type) });
  }
  const [, contentInfo] = children(expect(value, tags.sequence, safe));
  const [, algorithm, encrypted] = children(expect(contentInfo, tags.sequence, safe));
  const accept = (plain: Der) => attempt(() => readBags(readElement(wholeBerToDer(plain))));
  return openWith(readEncryption(algorithm, safe), forms, encryptedBytes(encrypted, safe), accept, derivation);
}

/** `[0] IMPLICIT OCTET STRING` (RFC 5652 §6.1), which BER allows to be in pieces. */
function encryptedBytes(element: DerElement | undefined, within: DerElement): Der {
  if (element?.tag === 0xa0) {
    return concatBytes(children(element).map((piece) => body(expect(piece, tags.octetString, within))));
  }
  return new Uint8Array(body(expect(element, 0x80, within)));
}
