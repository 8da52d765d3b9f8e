/** How a dialogue ended. `reply` is the server's own line. Hostile text. */
export type Ending =
  | { readonly kind: "ready" }
  | { readonly kind: "refused"; readonly reply: string }
  | { readonly kind: "unexpected"; readonly reply: string };

/** What a dialogue says and what it then waits for. */
export interface Turn {
  /** Bytes to send first; empty: nothing. */
  readonly say: Uint8Array;
  /** How many of the bytes so far make the awaited unit; undefined: more are needed. */
  readonly awaits: (received: Uint8Array) => number | undefined;
}

/**
 * One protocol's way to TLS: yields its turns, is given the bytes of each awaited unit, returns how it ended. Pure.
 * A generator, because the order of a dialogue then stands in the code as it stands in the RFC.
 */
export type Dialogue = Generator<Turn, Ending, Uint8Array>;

export const ready: Ending = { kind: "ready" };
export const refused = (reply: string): Ending => ({ kind: "refused", reply });
export const unexpected = (reply: string): Ending => ({ kind: "unexpected", reply });

const encoder = new TextEncoder();

/** A text as UTF-8. */
export const bytesOf = (text: string): Uint8Array => encoder.encode(text);

/** Bytes as text, one character each: replies may be in any encoding, and are only compared and shown. */
export function textOf(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
