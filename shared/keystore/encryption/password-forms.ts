import { concatBytes, type Der } from "../der-writer.ts";

/** The bytes that programs make of one passphrase, those of the standard first, each only once. */
export interface PasswordForms {
  /** For the key derivation of PKCS#12. */
  readonly wide: readonly Der[];
  /** For PBKDF2. */
  readonly octets: readonly Der[];
}

/**
 * The standards say UTF-16 with two zero bytes behind it for PKCS#12 (RFC 7292 appendix B.1), and UTF-8 for PBKDF2
 * (RFC 8018 §3). Besides: an empty passphrase is nothing at all to some; OpenSSL before 1.1.0 widened the bytes of the
 * terminal (UTF-8, Latin-1) one by one; NSS before 3.46 gave PBKDF2 the form of PKCS#12; keyboards of macOS decompose.
 */
export function passwordForms(passphrase: string): PasswordForms {
  const typed = unique([passphrase, passphrase.normalize("NFC"), passphrase.normalize("NFD")]);
  const utf8 = typed.map((text) => new TextEncoder().encode(text));
  const latin1 = typed
    .map(charCodes)
    .filter((codes) => codes.every((code) => code <= 0xff))
    .map((codes) => Uint8Array.from(codes));
  const wide = [...typed.map(utf16), ...utf8.map(widened), ...(passphrase === "" ? [new Uint8Array()] : [])];
  return { wide: uniqueBytes(wide), octets: uniqueBytes([...utf8, ...latin1, ...typed.map(utf16)]) };
}

const charCodes = (text: string): readonly number[] =>
  Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
const utf16 = (text: string): Der => terminated(charCodes(text));
const widened = (bytes: Uint8Array): Der => terminated([...bytes]);

function terminated(units: readonly number[]): Der {
  return concatBytes([...units, 0].map((unit) => Uint8Array.of(unit >> 8, unit & 0xff)));
}

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];
const uniqueBytes = (all: readonly Der[]): readonly Der[] => [
  ...new Map(all.map((bytes) => [bytes.join(), bytes])).values(),
];
