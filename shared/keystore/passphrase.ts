import { failure, type Result, success } from "../result.ts";

export interface PassphraseProblem {
  readonly code: "empty" | "too-short" | "too-long" | "control-character" | "not-text" | "mismatch";
}

/**
 * Eight characters: the least of NIST SP 800-63B §3.1.1.2. It keeps out the trivial; how good the rest is,
 * `estimateStrength` tells. Counted in code points, as a person counts them.
 */
export const shortestPassphrase = 8;

/**
 * OpenSSL's programs read a passphrase into a buffer of 1024 bytes (apps.h APP_PASS_LEN): what is longer is cut there
 * and then refused.
 */
export const longestPassphraseBytes = 1000;

/**
 * The bytes from which a key is derived: UTF-8 of the text in NFC. `openssl` takes the bytes of the terminal or the
 * file as they are, and keyboards give composed characters; `certtool` normalises to NFC itself (RFC 8265 §4.2.2,
 * OpaqueString). So "é" opens the file in both, however it was typed here.
 */
export const passphraseBytes = (passphrase: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(passphrase.normalize("NFC"));

/** The passphrase that was typed twice, or why it cannot be used. Nothing is trimmed: spaces count. */
export function checkPassphrase(first: string, second: string): Result<string, PassphraseProblem> {
  const code =
    passphraseProblem(first) ?? (first.normalize("NFC") === second.normalize("NFC") ? undefined : "mismatch");
  return code === undefined ? success(first) : failure({ code });
}

function passphraseProblem(passphrase: string): PassphraseProblem["code"] | undefined {
  if (passphrase === "") return "empty";
  // `openssl -passin file:` and every prompt end at the line's end; a lone surrogate has no bytes.
  if (/\p{Cc}/u.test(passphrase)) return "control-character";
  if (/\p{Cs}/u.test(passphrase)) return "not-text";
  if ([...passphrase.normalize("NFC")].length < shortestPassphrase) return "too-short";
  return passphraseBytes(passphrase).length > longestPassphraseBytes ? "too-long" : undefined;
}
