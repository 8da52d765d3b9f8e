import type { Der } from "../der-writer.ts";
import { EncryptionError } from "./encryption-error.ts";

const blockBytes = 16;

/**
 * What AES in CBC mode hides; undefined where the length is not whole blocks or the padding is wrong. Throws
 * `EncryptionError` for 192-bit keys where WebCrypto has none, as in Chromium.
 */
export async function decryptAesCbc(
  key: Der,
  iv: Uint8Array<ArrayBuffer>,
  encrypted: Uint8Array<ArrayBuffer>,
  crypto: Crypto,
): Promise<Der | undefined> {
  if (encrypted.length === 0 || encrypted.length % blockBytes !== 0) return undefined;
  const imported = await importKey(key, crypto);
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-CBC", iv }, imported, encrypted));
  } catch {
    return undefined; // OperationError: the padding
  }
}

async function importKey(key: Der, crypto: Crypto): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey("raw", key, "AES-CBC", false, ["decrypt"]);
  } catch {
    throw new EncryptionError({ code: "unsupported-algorithm", algorithm: `AES-${key.length * 8}-CBC` });
  }
}
