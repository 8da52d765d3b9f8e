import { fromHex } from "../../certificate/hex.ts";
import type { BlockCipher } from "./block-cipher.ts";

/** PITABLE (RFC 2268 §2): a permutation of the bytes made from the digits of π. */
const piTable =
  fromHex(
    "d978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2179a59f587b34f1361456d8d09817d32" +
      "bd8f40eb86b77b0bf09521225c6b4e8254d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626" +
      "6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed708e8eade8052eef784aa72ac354d6a2a" +
      "961ad2715a1549744b9fd05e0418a4ecc2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731" +
      "2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a90d38341bab33ffb0bb480c5fb9b1cd2e" +
      "c5f3db47e5a59c770aa62068fe7fc1ad",
  ) ?? new Uint8Array();

/** RC2 (RFC 2268) with a key of 1 to 128 bytes of which `effectiveBits` count: 40 in what was exported from the United States. */
export function rc2(key: Uint8Array, effectiveBits: number): BlockCipher {
  const k = expandKey(key, effectiveBits);
  return {
    encrypt: (bytes, at) => {
      const r = words(bytes, at);
      for (let round = 0, j = 0; round < 16; round++) {
        for (let i = 0; i < 4; i++, j++) {
          const [x, y, z] = [word(r, i + 3), word(r, i + 2), word(r, i + 1)];
          r[i] = turnLeft(word(r, i) + word(k, j) + (x & y) + (~x & z), turns[i] ?? 0);
        }
        if (round === 4 || round === 10) for (let i = 0; i < 4; i++) r[i] = word(r, i) + word(k, word(r, i + 3) & 63);
      }
      store(r, bytes, at);
    },
    decrypt: (bytes, at) => {
      const r = words(bytes, at);
      for (let round = 15, j = 63; round >= 0; round--) {
        for (let i = 3; i >= 0; i--, j--) {
          const [x, y, z] = [word(r, i + 3), word(r, i + 2), word(r, i + 1)];
          r[i] = turnLeft(word(r, i), 16 - (turns[i] ?? 0)) - word(k, j) - (x & y) - (~x & z);
        }
        if (round === 11 || round === 5) for (let i = 3; i >= 0; i--) r[i] = word(r, i) - word(k, word(r, i + 3) & 63);
      }
      store(r, bytes, at);
    },
  };
}

const turns = [1, 2, 3, 5] as const;

/** RFC 2268 §2: 64 words of 16 bits. */
function expandKey(key: Uint8Array, effectiveBits: number): Uint16Array {
  const bytes = new Uint8Array(128);
  bytes.set(key);
  for (let at = key.length; at < 128; at++) bytes[at] = pi((bytes[at - 1] ?? 0) + (bytes[at - key.length] ?? 0));
  const effectiveBytes = Math.ceil(effectiveBits / 8);
  const mask = 0xff >> (effectiveBytes * 8 - effectiveBits);
  bytes[128 - effectiveBytes] = pi((bytes[128 - effectiveBytes] ?? 0) & mask);
  for (let at = 127 - effectiveBytes; at >= 0; at--) {
    bytes[at] = pi((bytes[at + 1] ?? 0) ^ (bytes[at + effectiveBytes] ?? 0));
  }
  return Uint16Array.from({ length: 64 }, (_, index) => (bytes[index * 2] ?? 0) | ((bytes[index * 2 + 1] ?? 0) << 8));
}

const pi = (index: number): number => piTable[index & 0xff] ?? 0;
const word = (array: Uint16Array, index: number): number => array[array.length === 4 ? index & 3 : index] ?? 0;
const turnLeft = (value: number, bits: number): number => {
  const whole = value & 0xffff;
  return (whole << bits) | (whole >>> (16 - bits));
};
const words = (bytes: DataView, at: number): Uint16Array =>
  Uint16Array.from({ length: 4 }, (_, index) => bytes.getUint16(at + index * 2, true));
const store = (r: Uint16Array, bytes: DataView, at: number): void => {
  for (const [index, value] of r.entries()) bytes.setUint16(at + index * 2, value, true);
};
