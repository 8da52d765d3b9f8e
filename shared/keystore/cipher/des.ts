import type { BlockCipher } from "./block-cipher.ts";

/** The selection functions S1 to S8 (FIPS 46-3 appendix 1), row after row, a hexadecimal digit a value. */
const selections = [
  "e4d12fb83a6c59070f74e2d1a6cb953841e8d62bfc973a50fc8249175b3ea06d",
  "f18e6b34972dc05a3d47f28ec01a69b50e7ba4d158c6932fd8a13f42b67c05e9",
  "a09e63f51dc7b428d709346a285ecbf1d6498f30b12c5ae71ad069874fe3b52c",
  "7de3069a1285bc4fd8b56f03472c1ae9a690cb7df13e52843f06a1d8945bc72e",
  "2c417ab6853fd0e9eb2c47d150fa3986421bad78f9c5630eb8c71e2d6f09a453",
  "c1af92680d34e75baf427c9561de0b389ef528c3704a1db6432c95fabe17608d",
  "4b2ef08d3c975a61d0b7491ae35c2f8614bdc37eaf6805926bd814a7950fe23c",
  "d2846fb1a93e50c71fd8a374c56b0e927b419ce206adf35821e74a8dfc90356b",
];

/** The permutation P after the selections, and the two choices that make the round keys: places count bits from 1. */
const permutation = [
  16, 7, 20, 21, 29, 12, 28, 17, 1, 15, 23, 26, 5, 18, 31, 10, 2, 8, 24, 14, 32, 27, 3, 9, 19, 13, 30, 6, 22, 11, 4, 25,
];
const firstChoice = [
  57, 49, 41, 33, 25, 17, 9, 1, 58, 50, 42, 34, 26, 18, 10, 2, 59, 51, 43, 35, 27, 19, 11, 3, 60, 52, 44, 36, 63, 55,
  47, 39, 31, 23, 15, 7, 62, 54, 46, 38, 30, 22, 14, 6, 61, 53, 45, 37, 29, 21, 13, 5, 28, 20, 12, 4,
];
const secondChoice = [
  14, 17, 11, 24, 1, 5, 3, 28, 15, 6, 21, 10, 23, 19, 12, 4, 26, 8, 16, 7, 27, 20, 13, 2, 41, 52, 31, 37, 47, 55, 30,
  40, 51, 45, 33, 48, 44, 49, 39, 56, 34, 53, 46, 42, 50, 36, 29, 32,
];
/** How far both halves of the key are turned before each round, all in all. */
const turns = [1, 2, 4, 6, 8, 10, 12, 14, 15, 17, 19, 21, 23, 25, 27, 28];

/** Selection and permutation in one: 64 words for each of the eight groups of six bits. */
const selected = Int32Array.from({ length: 512 }, (_, index) => {
  const [group, input] = [index >> 6, index & 63];
  const place = (((input >> 4) & 2) | (input & 1)) * 16 + ((input >> 1) & 15);
  const value = Number.parseInt(selections[group]?.[place] ?? "0", 16) << (28 - group * 4);
  return permutation.reduce((word, from) => (word << 1) | ((value >>> (32 - from)) & 1), 0);
});

/** DES (FIPS 46-3) with a key of 8 bytes, whose lowest bits are parity and not looked at. */
export function des(key: Uint8Array): BlockCipher {
  const keys = roundKeys(key);
  const backwards = inverse(keys);
  return {
    encrypt: (bytes, at) => transform(bytes, at, [keys]),
    decrypt: (bytes, at) => transform(bytes, at, [backwards]),
  };
}

/** Triple DES (NIST SP 800-67): encrypt, decrypt, encrypt with the thirds of a key of 24 bytes. */
export function tripleDes(key: Uint8Array): BlockCipher {
  const [first, second, third] = [0, 8, 16].map((at) => roundKeys(key.subarray(at, at + 8)));
  if (first === undefined || second === undefined || third === undefined) throw new RangeError("three keys are needed");
  const forwards = [first, inverse(second), third];
  const backwards = [inverse(third), second, inverse(first)];
  return {
    encrypt: (bytes, at) => transform(bytes, at, forwards),
    decrypt: (bytes, at) => transform(bytes, at, backwards),
  };
}

/** Sixteen keys of eight groups of six bits. */
function roundKeys(key: Uint8Array): Uint8Array {
  const bit = (place: number): number => ((key[(place - 1) >> 3] ?? 0) >> (7 - ((place - 1) & 7))) & 1;
  const chosen = firstChoice.map(bit);
  return Uint8Array.from({ length: 128 }, (_, index) => {
    const turned = turns[index >> 3] ?? 0;
    const group = secondChoice.slice((index & 7) * 6, (index & 7) * 6 + 6);
    return group.reduce((value, place) => {
      const half = place > 28 ? 28 : 0;
      return (value << 1) | (chosen[half + ((place - 1 - half + turned) % 28)] ?? 0);
    }, 0);
  });
}

/** Decryption is encryption with the round keys in the reverse order. */
const inverse = (keys: Uint8Array): Uint8Array =>
  Uint8Array.from(keys, (_, index) => keys[(15 - (index >> 3)) * 8 + (index & 7)] ?? 0);

/** The initial permutation, the rounds with each set of keys, and the inverse of the initial permutation. */
function transform(bytes: DataView, at: number, passes: readonly Uint8Array[]): void {
  const words = Int32Array.of(bytes.getInt32(at), bytes.getInt32(at + 4));
  for (const [distance, mask, from] of exchanges) exchangeBits(words, from, distance, mask);
  let [left = 0, right = 0] = words;
  for (const keys of passes) {
    for (let round = 0; round < 128; round += 8) {
      let mixed = left;
      // The expansion: group i is made of the six bits around the i-th four, the word being taken as a ring.
      for (let group = 0; group < 8; group++) {
        const six = ((right << (group * 4 + 5)) | (right >>> (27 - group * 4))) & 63;
        mixed ^= selected[group * 64 + (six ^ (keys[round + group] ?? 0))] ?? 0;
      }
      left = right;
      right = mixed;
    }
    // The last round does not exchange the halves; inner permutations of triple DES undo each other.
    [left, right] = [right, left];
  }
  words[0] = left;
  words[1] = right;
  for (const [distance, mask, from] of [...exchanges].reverse()) exchangeBits(words, from, distance, mask);
  bytes.setInt32(at, words[0] ?? 0);
  bytes.setInt32(at + 4, words[1] ?? 0);
}

/** The initial permutation is a transposition of a table of bits: five exchanges between the halves. */
const exchanges = [
  [4, 0x0f0f0f0f, 0],
  [16, 0x0000ffff, 0],
  [2, 0x33333333, 1],
  [8, 0x00ff00ff, 1],
  [1, 0x55555555, 0],
] as const;

function exchangeBits(words: Int32Array, from: 0 | 1, distance: number, mask: number): void {
  const one = words[from] ?? 0;
  const other = words[1 - from] ?? 0;
  const differing = ((one >>> distance) ^ other) & mask;
  words[1 - from] = other ^ differing;
  words[from] = one ^ (differing << distance);
}
