import { children, expect, readElement, tags } from "../certificate/der-reader.ts";
import { readPem, toPem } from "../certificate/pem.ts";
import { failure, type Result, success } from "../result.ts";
import { concatBytes } from "./der-writer.ts";
import { deriveCbcKey, encodeEncryptedKey, encodePbes2 } from "./pbes2.ts";
import { readEncryptedKey } from "./read-encrypted-key.ts";

export interface EncryptOrder {
  /** DER of the PrivateKeyInfo (PKCS#8). */
  readonly pkcs8: Uint8Array<ArrayBuffer>;
  readonly passphrase: string;
  readonly crypto: Crypto;
  /** Rounds of PBKDF2; fewer than the default is for tests. */
  readonly iterations?: number;
}

/**
 * `wrong-passphrase`: the first block does not decrypt to the beginning of a private key, which damage in just that
 * block does too; PBES2 has no checksum. `damaged`: the file's structure is broken, or the passphrase is right and what
 * follows is not a private key.
 */
export interface DecryptProblem {
  readonly code: "no-encrypted-key" | "damaged" | "unsupported" | "wrong-passphrase";
}

/**
 * OWASP Password Storage Cheat Sheet (2023 and later) for PBKDF2-HMAC-SHA-256: some tenth of a second, once for the
 * user and once for every guess.
 */
export const defaultIterations = 600_000;

const pemLabel = "ENCRYPTED PRIVATE KEY";
const blockBytes = 16;

/**
 * A private key under a passphrase, as PEM of an EncryptedPrivateKeyInfo (RFC 5958): PBES2, PBKDF2-HMAC-SHA-256, a
 * random salt, AES-256-CBC. CBC, since OpenSSL 3.0, GnuTLS 3.7 and Java 17 open it and refuse AES-GCM (tried). The
 * caller overwrites `pkcs8` when done.
 */
export async function encryptPrivateKey({
  pkcs8,
  passphrase,
  crypto,
  iterations = defaultIterations,
}: EncryptOrder): Promise<string> {
  // 16 bytes (NIST SP 800-132 §5.1); readers on GnuTLS and Windows refuse more than 32.
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(blockBytes));
  const key = await deriveCbcKey(passphrase, { salt, iterations, hash: "SHA-256", keyBits: 256 }, crypto);
  const encrypted = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-CBC", iv }, key, pkcs8));
  return toPem(pemLabel, encodeEncryptedKey(encodePbes2({ salt, iterations, iv }), encrypted));
}

/**
 * DER of the PrivateKeyInfo in an encrypted key (PEM text with any blocks around it, or DER). The caller overwrites it
 * when done.
 */
export async function decryptPrivateKey(
  file: string | Uint8Array,
  passphrase: string,
  crypto: Crypto,
): Promise<Result<Uint8Array<ArrayBuffer>, DecryptProblem>> {
  const der = typeof file === "string" ? derIn(file) : success(file);
  if (!der.ok) return der;
  const info = readEncryptedKey(der.value);
  if (!info.ok) return info;
  const { parameters, encrypted } = info.value;
  const key = await deriveCbcKey(passphrase, parameters, crypto);
  const blocks = await decryptBlocks(key, parameters.iv, encrypted, crypto);
  const privateKey = beginsLikePrivateKey(blocks) ? privateKeyIn(blocks) : undefined;
  const problem: DecryptProblem = { code: beginsLikePrivateKey(blocks) ? "damaged" : "wrong-passphrase" };
  blocks.fill(0);
  return privateKey === undefined ? failure(problem) : success(privateKey);
}

function derIn(text: string): Result<Uint8Array, DecryptProblem> {
  const blocks = readPem(text);
  if (!blocks.ok) return failure({ code: blocks.problem.code === "no-block" ? "no-encrypted-key" : "damaged" });
  const block = blocks.value.find(({ label }) => label === pemLabel);
  return block === undefined ? failure({ code: "no-encrypted-key" }) : success(block.der);
}

/**
 * The plain blocks with their padding. WebCrypto answers a wrong passphrase and a broken last block with the same
 * error, the padding's; so a block of nothing but padding is put behind, chained to the last one, which is what it then
 * takes away.
 */
async function decryptBlocks(
  key: CryptoKey,
  iv: Uint8Array<ArrayBuffer>,
  encrypted: Uint8Array<ArrayBuffer>,
  crypto: Crypto,
): Promise<Uint8Array<ArrayBuffer>> {
  const closing = await crypto.subtle.encrypt(
    { name: "AES-CBC", iv: encrypted.slice(-blockBytes) },
    key,
    new Uint8Array(),
  );
  const chained = concatBytes([encrypted, new Uint8Array(closing)]);
  return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-CBC", iv }, key, chained));
}

/**
 * SEQUENCE of any length, version 0 or 1, SEQUENCE (RFC 5958 §2): five octets that a wrong key does not give by chance.
 */
function beginsLikePrivateKey(blocks: Uint8Array): boolean {
  const lengthOctet = blocks[1] ?? 0;
  const at = lengthOctet > 0x80 ? 2 + (lengthOctet & 0x7f) : 2;
  const version = blocks[at + 2] ?? 0xff;
  return blocks[0] === 0x30 && blocks[at] === 0x02 && blocks[at + 1] === 1 && version <= 1 && blocks[at + 3] === 0x30;
}

/** A copy of the PrivateKeyInfo, undefined where its structure or the padding behind it (RFC 5652 §6.3) is broken. */
function privateKeyIn(blocks: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  try {
    const info = readElement(blocks);
    const [, algorithm, privateKey] = children(info);
    expect(algorithm, tags.sequence, info);
    expect(privateKey, tags.octetString, info);
    const padding = blocks.subarray(info.end);
    const sound =
      padding.length >= 1 && padding.length <= blockBytes && padding.every((byte) => byte === padding.length);
    return sound ? blocks.slice(0, info.end) : undefined;
  } catch {
    return undefined; // DerError
  }
}
