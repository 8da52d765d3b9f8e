import { attempt, body, children, expect, readElement, tags } from "../../certificate/der-reader.ts";
import { wholeBerToDer } from "../ber-to-der.ts";
import type { Der } from "../der-writer.ts";
import type { PasswordForms } from "../encryption/password-forms.ts";
import { openWith, readEncryption } from "../encryption/read-encryption.ts";
import type { Derivation } from "../encryption/work.ts";
import type { Bag } from "./bags.ts";

/**
 * DER of the PrivateKeyInfo in a bag; undefined where it is encrypted with another passphrase. Throws `DerError` and
 * `EncryptionError`.
 */
export async function openKey(
  { kind, value }: Bag,
  forms: PasswordForms,
  derivation: Derivation,
): Promise<Der | undefined> {
  if (kind === "key") return expectPrivateKey(value);
  const info = readElement(value);
  const [algorithm, encrypted] = children(expect(info, tags.sequence, info));
  const bytes = new Uint8Array(body(expect(encrypted, tags.octetString, info)));
  const accept = (plain: Der) => attempt(() => expectPrivateKey(plain));
  return openWith(readEncryption(algorithm, info), forms, bytes, accept, derivation);
}

/** The bytes again if they are a PrivateKeyInfo (RFC 5958 §2) and nothing else; throws `DerError`. */
function expectPrivateKey(bytes: Uint8Array): Der {
  const der = wholeBerToDer(bytes);
  const info = readElement(der);
  const [version, algorithm, privateKey] = children(expect(info, tags.sequence, info));
  expect(version, tags.integer, info);
  expect(algorithm, tags.sequence, info);
  expect(privateKey, tags.octetString, info);
  return der;
}
