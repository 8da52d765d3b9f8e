import type { Der } from "../der-writer.ts";
import { type BlockCipher, blockBytes } from "./block-cipher.ts";

/** Cipher block chaining (NIST SP 800-38A §6.2) behind padding (RFC 5652 §6.3), as WebCrypto does it for AES. */
export function encryptCbc(cipher: BlockCipher, iv: Uint8Array, plain: Uint8Array): Der {
  const padding = blockBytes - (plain.length % blockBytes);
  const bytes = new Uint8Array(plain.length + padding).fill(padding, plain.length);
  bytes.set(plain);
  const view = new DataView(bytes.buffer);
  let before = iv;
  for (let at = 0; at < bytes.length; at += blockBytes) {
    for (let index = 0; index < blockBytes; index++)
      bytes[at + index] = (bytes[at + index] ?? 0) ^ (before[index] ?? 0);
    cipher.encrypt(view, at);
    before = bytes.subarray(at, at + blockBytes);
  }
  return bytes;
}

/** Undefined where the length is not whole blocks or the padding is wrong: another key, or damage. */
export function decryptCbc(cipher: BlockCipher, iv: Uint8Array, encrypted: Uint8Array): Der | undefined {
  if (encrypted.length === 0 || encrypted.length % blockBytes !== 0) return undefined;
  const bytes = new Uint8Array(encrypted);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length; at += blockBytes) {
    cipher.decrypt(view, at);
    const before = at === 0 ? iv : encrypted.subarray(at - blockBytes, at);
    for (let index = 0; index < blockBytes; index++)
      bytes[at + index] = (bytes[at + index] ?? 0) ^ (before[index] ?? 0);
  }
  const padding = bytes.at(-1) ?? 0;
  const sound = padding >= 1 && padding <= blockBytes && bytes.subarray(-padding).every((byte) => byte === padding);
  return sound ? bytes.slice(0, -padding) : undefined;
}
