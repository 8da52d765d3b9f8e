import type { Der } from "../der-writer.ts";
import { type Digest, padded, scheduleHash, wordBytes, wordsOf } from "./digest.ts";

/** FIPS 180-4 §6.1. For key files of old only: it is broken for signatures. */
export const sha1: Digest = { name: "SHA-1", blockBytes: 64, bytes: 20, cost: 3, of: hash, again };

const initial = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
/** One for all: nothing waits between its writing and its reading. */
const schedule = new Int32Array(80);

function hash(message: Uint8Array): Der {
  const view = padded(message, 64);
  const state = initial.slice();
  for (let at = 0; at < view.byteLength; at += 64) {
    for (let t = 0; t < 16; t++) schedule[t] = view.getInt32(at + t * 4);
    compress(state, schedule);
  }
  return wordBytes(state, 20);
}

function again(hashed: Uint8Array, times: number): Der {
  const state = wordsOf(hashed);
  for (let time = 0; time < times; time++) {
    scheduleHash(schedule, state, 5, 16);
    state.set(initial);
    compress(state, schedule);
  }
  return wordBytes(state, 20);
}

/** The first sixteen words of the schedule are the block. */
function compress(state: Int32Array, w: Int32Array): void {
  for (let t = 16; t < 80; t++) {
    w[t] = rotate((w[t - 3] ?? 0) ^ (w[t - 8] ?? 0) ^ (w[t - 14] ?? 0) ^ (w[t - 16] ?? 0), 1);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  for (let t = 0; t < 80; t++) {
    const next = (rotate(a, 5) + mix(t, b, c, d) + e + (w[t] ?? 0)) | 0;
    e = d;
    d = c;
    c = rotate(b, 30);
    b = a;
    a = next;
  }
  state[0] = (state[0] ?? 0) + a;
  state[1] = (state[1] ?? 0) + b;
  state[2] = (state[2] ?? 0) + c;
  state[3] = (state[3] ?? 0) + d;
  state[4] = (state[4] ?? 0) + e;
}

/** The function and the constant of each twenty rounds (FIPS 180-4 §4.1.1 and §4.2.1). */
function mix(t: number, b: number, c: number, d: number): number {
  if (t < 20) return ((b & c) ^ (~b & d)) + 0x5a827999;
  if (t < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (t < 60) return ((b & c) ^ (b & d) ^ (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}

const rotate = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits));
