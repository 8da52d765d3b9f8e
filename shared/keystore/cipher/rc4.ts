import type { Der } from "../der-writer.ts";

/** RC4 (as in RFC 6229): the same function encrypts and decrypts. */
export function rc4(key: Uint8Array, input: Uint8Array): Der {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 0xff;
    exchange(state, i, j);
  }
  let i = 0;
  let j = 0;
  return Uint8Array.from(input, (byte) => {
    i = (i + 1) & 0xff;
    j = (j + (state[i] ?? 0)) & 0xff;
    exchange(state, i, j);
    return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 0xff] ?? 0);
  });
}

function exchange(state: Uint8Array, i: number, j: number): void {
  const kept = state[i] ?? 0;
  state[i] = state[j] ?? 0;
  state[j] = kept;
}
