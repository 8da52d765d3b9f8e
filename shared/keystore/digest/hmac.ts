import { concatBytes, type Der } from "../der-writer.ts";
import type { Digest } from "./digest.ts";

/** HMAC (RFC 2104) with any hash; the key may be of any length. */
export function hmac(digest: Digest, key: Uint8Array): (message: Uint8Array) => Der {
  const block = new Uint8Array(digest.blockBytes);
  block.set(key.length > digest.blockBytes ? digest.of(key) : key);
  const inner = block.map((byte) => byte ^ 0x36);
  const outer = block.map((byte) => byte ^ 0x5c);
  return (message) => digest.of(concatBytes([outer, digest.of(concatBytes([inner, message]))]));
}

/** PBKDF2 (RFC 8018 §5.2) for the pseudo-random functions that WebCrypto has not. */
export function pbkdf2(digest: Digest, password: Uint8Array, salt: Uint8Array, iterations: number, bytes: number): Der {
  const prf = hmac(digest, password);
  const blocks: Der[] = [];
  for (let index = 1; index <= Math.ceil(bytes / digest.bytes); index++) {
    const number = new DataView(new ArrayBuffer(4));
    number.setUint32(0, index);
    let last = prf(concatBytes([salt, new Uint8Array(number.buffer)]));
    const sum = last.slice();
    for (let round = 1; round < iterations; round++) {
      last = prf(last);
      for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) ^ (last[at] ?? 0);
    }
    blocks.push(sum);
  }
  return concatBytes(blocks).slice(0, bytes);
}
