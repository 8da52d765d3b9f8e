import type { Der } from "../der-writer.ts";
import { type Digest, padded, scheduleHash, wordBytes, wordsOf } from "./digest.ts";
import { initialFirst, initialSecond, lowerWords, roundConstants, upperWords } from "./sha2-constants.ts";

const constants = upperWords(roundConstants).subarray(0, 64);

/** FIPS 180-4 §6.2. */
export const sha256: Digest = digest("SHA-256", upperWords(initialFirst), 32);
/** FIPS 180-4 §6.3. */
export const sha224: Digest = digest("SHA-224", lowerWords(initialSecond), 28);

function digest(name: string, initial: Int32Array, bytes: number): Digest {
  const schedule = new Int32Array(64);
  const of = (message: Uint8Array): Der => {
    const view = padded(message, 64);
    const state = initial.slice();
    for (let at = 0; at < view.byteLength; at += 64) {
      for (let t = 0; t < 16; t++) schedule[t] = view.getInt32(at + t * 4);
      compress(state, schedule);
    }
    return wordBytes(state, bytes);
  };
  const again = (hash: Uint8Array, times: number): Der => {
    const state = new Int32Array(8);
    state.set(wordsOf(hash));
    for (let time = 0; time < times; time++) {
      scheduleHash(schedule, state, bytes / 4, 16);
      state.set(initial);
      compress(state, schedule);
    }
    return wordBytes(state, bytes);
  };
  return { name, blockBytes: 64, bytes, cost: 3, of, again };
}

/** The first sixteen words of the schedule are the block. */
function compress(state: Int32Array, w: Int32Array): void {
  for (let t = 16; t < 64; t++) {
    const x = w[t - 15] ?? 0;
    const y = w[t - 2] ?? 0;
    const first = rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3);
    const second = rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10);
    w[t] = second + (w[t - 7] ?? 0) + first + (w[t - 16] ?? 0);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let t = 0; t < 64; t++) {
    const chosen = (e & f) ^ (~e & g);
    const one = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + chosen + (constants[t] ?? 0) + (w[t] ?? 0);
    const two = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  const worked = [a, b, c, d, e, f, g, h];
  for (let index = 0; index < 8; index++) state[index] = (state[index] ?? 0) + (worked[index] ?? 0);
}

const rotate = (word: number, bits: number): number => (word >>> bits) | (word << (32 - bits));
