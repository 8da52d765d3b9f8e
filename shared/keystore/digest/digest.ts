import type { Der } from "../der-writer.ts";

/**
 * A hash function that answers at once. WebCrypto has most of them too, but answers each call in a later turn, and has
 * no SHA-224: the key derivation of PKCS#12 hashes a hundred thousand times what fits in one block.
 */
export interface Digest {
  /** As FIPS 180-4 writes it, e.g. `SHA-512/256`. */
  readonly name: string;
  /** Bytes that are compressed at a time: the `v` of RFC 7292 appendix B, and HMAC's block. */
  readonly blockBytes: number;
  readonly bytes: number;
  /** What hashing one block costs, measured in rounds of WebCrypto's PBKDF2. */
  readonly cost: number;
  readonly of: (message: Uint8Array) => Der;
  /** The hash of the hash, so many times over: what takes all the time in deriving a key. */
  readonly again: (hash: Uint8Array, times: number) => Der;
}

/** The message with its padding (FIPS 180-4 §5.1): a one bit, zeros, its length in bits in the last eight bytes. */
export function padded(message: Uint8Array, blockBytes: 64 | 128): DataView<ArrayBuffer> {
  // A length field has two words of the hash: 8 bytes for blocks of 64, 16 for those of 128.
  const blocks = Math.ceil((message.length + 1 + blockBytes / 8) / blockBytes);
  const bytes = new Uint8Array(blocks * blockBytes);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(bytes.length - 8, Math.floor(message.length / 0x20000000));
  view.setUint32(bytes.length - 4, (message.length << 3) >>> 0);
  return view;
}

/** Big-endian words of 32 bits. */
export function wordsOf(bytes: Uint8Array): Int32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Int32Array.from({ length: bytes.length / 4 }, (_, index) => view.getInt32(index * 4));
}

/** Sets the words of a hash as a padded message of one block into the beginning of a schedule. */
export function scheduleHash(schedule: Int32Array, hash: Int32Array, hashWords: number, blockWords: 16 | 32): void {
  schedule.fill(0, hashWords, blockWords);
  for (let at = 0; at < hashWords; at++) schedule[at] = hash[at] ?? 0;
  schedule[hashWords] = 0x80000000;
  schedule[blockWords - 1] = hashWords * 32;
}

/** Words of 32 bits as bytes, the first `count` of them, big-endian. */
export function wordBytes(words: Int32Array, count: number): Der {
  const bytes = new Uint8Array(count);
  for (let at = 0; at < count; at++) bytes[at] = (words[at >> 2] ?? 0) >> (24 - (at & 3) * 8);
  return bytes;
}
