import { concatBytes, type Der } from "../der-writer.ts";
import type { Digest } from "../digest/digest.ts";
import type { Derivation } from "./work.ts";

/** What the bytes are for (RFC 7292 appendix B.3). */
export const purposes = { key: 1, iv: 2, mac: 3 } as const;

export interface Pkcs12KeyOrder {
  readonly digest: Digest;
  readonly purpose: keyof typeof purposes;
  /** UTF-16, big-endian, with two zero bytes behind it. */
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
  readonly iterations: number;
  readonly bytes: number;
}

/** In rounds of PBKDF2 of WebCrypto: some thirty milliseconds, after which the page has its turn. */
const withoutPause = 48_000;

/** The key derivation of PKCS#12 (RFC 7292 appendix B.2). Throws `EncryptionError` where it costs too much. */
export async function pkcs12Key(order: Pkcs12KeyOrder, { crypto, work }: Derivation): Promise<Der> {
  const { digest, iterations, bytes } = order;
  const blocks = Math.ceil(bytes / digest.bytes);
  work.spend(blocks * iterations * digest.cost);

  const v = digest.blockBytes;
  const diversifier = new Uint8Array(v).fill(purposes[order.purpose]);
  const input = concatBytes([repeated(order.salt, v), repeated(order.password, v)]);
  const stretch = Math.ceil(withoutPause / digest.cost);
  const found: Der[] = [];
  for (let block = 0; block < blocks; block++) {
    let hash = digest.of(concatBytes([diversifier, input]));
    for (let left = iterations - 1; left > 0; left -= stretch) {
      hash = digest.again(hash, Math.min(left, stretch));
      // WebCrypto answers in a task of its own, and what waits on the page comes first.
      if (left > stretch) await crypto.subtle.digest("SHA-256", new Uint8Array());
    }
    found.push(hash);
    addToEach(input, repeated(hash, v).subarray(0, v), v);
  }
  return concatBytes(found).slice(0, bytes);
}

/** Copies of the bytes to the next whole number of blocks, the last one cut; nothing of nothing. */
function repeated(bytes: Uint8Array, blockBytes: number): Der {
  const whole = blockBytes * Math.ceil(bytes.length / blockBytes);
  return Uint8Array.from({ length: whole }, (_, index) => bytes[index % bytes.length] ?? 0);
}

/** To each block the same number and one, as big-endian numbers without the carry beyond. */
function addToEach(input: Uint8Array, number: Uint8Array, blockBytes: number): void {
  for (let start = 0; start < input.length; start += blockBytes) {
    let carry = 1;
    for (let at = blockBytes - 1; at >= 0; at--) {
      carry += (input[start + at] ?? 0) + (number[at] ?? 0);
      input[start + at] = carry & 0xff;
      carry >>= 8;
    }
  }
}
