import { fromBase64, toBase64 } from "../certificate/base64.ts";
import { concatBytes } from "../keystore/der-writer.ts";
import { defaultIterations } from "../keystore/encrypted-private-key.ts";
import { passphraseBytes } from "../keystore/passphrase.ts";
import { failure, type Result, success } from "../result.ts";

export interface BackupProblem {
  /**
   * `damaged`: the file is not as it was written (its checksum says so, without any passphrase). `wrong-passphrase`: the
   * file is whole and does not open; someone who changed it on purpose and renewed the checksum is told the same, since
   * AES-GCM refuses both alike. Nothing comes out in either case.
   */
  readonly code: "not-a-backup" | "future-version" | "damaged" | "wrong-passphrase";
}

const format = "notafter-backup";
const version = 1;
const checksumBytes = 32;
/** A hostile file must not keep the computer busy for hours. */
const mostIterations = 10_000_000;

/**
 * A text (everything the store holds) under a passphrase: one line of JSON that says how, the text under AES-256-GCM with a
 * key from PBKDF2-HMAC-SHA-256, and SHA-256 of all that. The line is authenticated with the text (as GCM's additional
 * data), so that nobody can weaken what it says.
 */
export async function encryptBackup(
  text: string,
  passphrase: string,
  crypto: Crypto,
  iterations = defaultIterations,
): Promise<Uint8Array<ArrayBuffer>> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  // Salt and key are new for every file, so a random nonce is never used twice with one key (NIST SP 800-38D §8.2.2).
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const fields = {
    format,
    version,
    kdf: "PBKDF2-HMAC-SHA-256",
    iterations,
    salt: toBase64(salt),
    cipher: "AES-256-GCM",
    iv: toBase64(iv),
  };
  const head = new TextEncoder().encode(`${JSON.stringify(fields)}\n`);
  const key = await deriveKey(passphrase, salt, iterations, crypto);
  const plain = new TextEncoder().encode(text);
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: head }, key, plain);
  plain.fill(0);
  const body = concatBytes([head, new Uint8Array(sealed)]);
  return concatBytes([body, await sha256(body, crypto)]);
}

/** The text of such a file. */
export async function decryptBackup(
  file: Uint8Array,
  passphrase: string,
  crypto: Crypto,
): Promise<Result<string, BackupProblem>> {
  const headEnd = file.subarray(0, 1000).indexOf(0x0a) + 1;
  const head = file.slice(0, headEnd);
  const fields = readHead(new TextDecoder().decode(head));
  if (!fields.ok) return fields;
  const body = file.slice(0, -checksumBytes);
  const checksum = file.subarray(body.length);
  const expected = await sha256(body, crypto);
  if (body.length < headEnd || !expected.every((byte, at) => byte === checksum[at]))
    return failure({ code: "damaged" });
  const { salt, iv, iterations } = fields.value;
  const key = await deriveKey(passphrase, salt, iterations, crypto);
  try {
    const sealed = body.slice(headEnd);
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: head }, key, sealed);
    return success(new TextDecoder("utf-8", { fatal: true }).decode(plain));
  } catch {
    return failure({ code: "wrong-passphrase" });
  }
}

interface Head {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly iterations: number;
}

function readHead(line: string): Result<Head, BackupProblem> {
  let head: unknown;
  try {
    head = JSON.parse(line);
  } catch {
    return failure({ code: "not-a-backup" });
  }
  const fields: Record<string, unknown> = typeof head === "object" && head !== null ? { ...head } : {};
  if (fields["format"] !== format || typeof fields["version"] !== "number") return failure({ code: "not-a-backup" });
  if (fields["version"] > version) return failure({ code: "future-version" });
  const salt = typeof fields["salt"] === "string" ? fromBase64(fields["salt"]) : undefined;
  const iv = typeof fields["iv"] === "string" ? fromBase64(fields["iv"]) : undefined;
  const iterations = Number(fields["iterations"]);
  const sound =
    fields["version"] === version &&
    fields["kdf"] === "PBKDF2-HMAC-SHA-256" &&
    fields["cipher"] === "AES-256-GCM" &&
    Number.isInteger(iterations) &&
    iterations >= 1 &&
    iterations <= mostIterations;
  if (!sound || salt?.length !== 16 || iv?.length !== 12) return failure({ code: "damaged" });
  return success({ salt, iv, iterations });
}

async function deriveKey(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
  crypto: Crypto,
): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey("raw", passphraseBytes(passphrase), "PBKDF2", false, ["deriveKey"]);
  return crypto.subtle.deriveKey(
    { name: "PBKDF2", salt, iterations, hash: "SHA-256" },
    material,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
}

const sha256 = async (bytes: Uint8Array<ArrayBuffer>, crypto: Crypto): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
