import { ascii, type Der } from "../der-writer.ts";
import { type Digest, padded, scheduleHash, wordBytes, wordsOf } from "./digest.ts";
import { initialFirst, initialSecond, roundConstants } from "./sha2-constants.ts";

/** FIPS 180-4 §6.4 to §6.7: one function, four initial values. */
export const sha512: Digest = digest("SHA-512", initialFirst, 64);
export const sha384: Digest = digest("SHA-384", initialSecond, 48);
export const sha512of256: Digest = digest("SHA-512/256", initialFor("SHA-512/256"), 32);
export const sha512of224: Digest = digest("SHA-512/224", initialFor("SHA-512/224"), 28);

function digest(name: string, initial: Int32Array, bytes: number): Digest {
  const schedule = new Int32Array(160);
  const again = (hashed: Uint8Array, times: number): Der => {
    const state = new Int32Array(16);
    state.set(wordsOf(hashed));
    for (let time = 0; time < times; time++) {
      scheduleHash(schedule, state, bytes / 4, 32);
      state.set(initial);
      compress(state, schedule);
    }
    return wordBytes(state, bytes);
  };
  return { name, blockBytes: 128, bytes, cost: 10, of: (message) => wordBytes(hash(message, initial), bytes), again };
}

/** The initial value of a shortened SHA-512 (FIPS 180-4 §5.3.6): the hash of its name from a changed initial value. */
function initialFor(name: string): Int32Array {
  return hash(
    ascii(name),
    initialFirst.map((word) => word ^ 0xa5a5a5a5),
  );
}

function hash(message: Uint8Array, initial: Int32Array): Int32Array {
  const view = padded(message, 128);
  const state = initial.slice();
  const schedule = new Int32Array(160);
  for (let at = 0; at < view.byteLength; at += 128) {
    for (let t = 0; t < 32; t++) schedule[t] = view.getInt32(at + t * 4);
    compress(state, schedule);
  }
  return state;
}

/**
 * Words of 64 bits are pairs of 32-bit words, the upper one first: BigInt would take ten times as long. The first
 * sixteen pairs of the schedule are the block.
 */
function compress(state: Int32Array, w: Int32Array): void {
  for (let t = 32; t < 160; t += 2) {
    const [xh, xl] = [w[t - 30] ?? 0, w[t - 29] ?? 0];
    const [yh, yl] = [w[t - 4] ?? 0, w[t - 3] ?? 0];
    const firstHigh = rotate(xh, xl, 1) ^ rotate(xh, xl, 8) ^ (xh >>> 7);
    const firstLow = rotate(xl, xh, 1) ^ rotate(xl, xh, 8) ^ ((xl >>> 7) | (xh << 25));
    const secondHigh = rotate(yh, yl, 19) ^ rotate(yl, yh, 29) ^ (yh >>> 6);
    const secondLow = rotate(yl, yh, 19) ^ rotate(yh, yl, 29) ^ ((yl >>> 6) | (yh << 26));
    const low = unsigned(firstLow) + unsigned(secondLow) + unsigned(w[t - 13] ?? 0) + unsigned(w[t - 31] ?? 0);
    w[t] = firstHigh + secondHigh + (w[t - 14] ?? 0) + (w[t - 32] ?? 0) + carry(low);
    w[t + 1] = low;
  }
  const v = state.slice();
  for (let t = 0; t < 160; t += 2) {
    const [ah = 0, al = 0, bh = 0, bl = 0, ch = 0, cl = 0, dh = 0, dl = 0] = v;
    const [eh, el, fh, fl] = [v[8] ?? 0, v[9] ?? 0, v[10] ?? 0, v[11] ?? 0];
    const [gh, gl, hh, hl] = [v[12] ?? 0, v[13] ?? 0, v[14] ?? 0, v[15] ?? 0];
    const lowSum =
      unsigned(hl) +
      unsigned(rotate(el, eh, 14) ^ rotate(el, eh, 18) ^ rotate(eh, el, 9)) +
      unsigned((el & fl) ^ (~el & gl)) +
      unsigned(roundConstants[t + 1] ?? 0) +
      unsigned(w[t + 1] ?? 0);
    const oneLow = lowSum | 0;
    const oneHigh =
      (hh +
        (rotate(eh, el, 14) ^ rotate(eh, el, 18) ^ rotate(el, eh, 9)) +
        ((eh & fh) ^ (~eh & gh)) +
        (roundConstants[t] ?? 0) +
        (w[t] ?? 0) +
        carry(lowSum)) |
      0;
    const twoSum =
      unsigned(rotate(al, ah, 28) ^ rotate(ah, al, 2) ^ rotate(ah, al, 7)) +
      unsigned((al & bl) ^ (al & cl) ^ (bl & cl)) +
      unsigned(oneLow);
    const twoHigh =
      (rotate(ah, al, 28) ^ rotate(al, ah, 2) ^ rotate(al, ah, 7)) +
      ((ah & bh) ^ (ah & ch) ^ (bh & ch)) +
      carry(twoSum);
    const movedLow = unsigned(dl) + unsigned(oneLow);
    v.copyWithin(2, 0, 14);
    v[8] = dh + oneHigh + carry(movedLow);
    v[9] = movedLow;
    v[0] = twoHigh + oneHigh;
    v[1] = twoSum;
  }
  for (let index = 0; index < 16; index += 2) {
    const low = unsigned(state[index + 1] ?? 0) + unsigned(v[index + 1] ?? 0);
    state[index] = (state[index] ?? 0) + (v[index] ?? 0) + carry(low);
    state[index + 1] = low;
  }
}

function unsigned(word: number): number {
  return word >>> 0;
}

function carry(sum: number): number {
  return Math.floor(sum / 0x100000000);
}

/** One half of a 64-bit word turned right by less than 32 bits; the halves exchanged turn it by 32 more. */
function rotate(own: number, other: number, bits: number): number {
  return (own >>> bits) | (other << (32 - bits));
}
