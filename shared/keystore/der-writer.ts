/** DER (X.690 §10–11) bytes over a buffer of their own, as WebCrypto takes them. */
export type Der = Uint8Array<ArrayBuffer>;

/** Joins byte strings into a new one. */
export function concatBytes(parts: readonly Uint8Array[]): Der {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

/** One element: identifier octet (low tag numbers only), shortest definite length, content. */
export function element(tag: number, ...content: readonly Uint8Array[]): Der {
  const length = content.reduce((sum, part) => sum + part.length, 0);
  return concatBytes([Uint8Array.of(tag), lengthOctets(length), ...content]);
}

function lengthOctets(length: number): Der {
  if (length < 0x80) return Uint8Array.of(length);
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return Uint8Array.of(0x80 | octets.length, ...octets);
}

export const sequence = (...parts: readonly Uint8Array[]): Der => element(0x30, ...parts);

/** SET OF: DER sorts the encodings as octet strings (X.690 §11.6). */
export const setOf = (...parts: readonly Uint8Array[]): Der => element(0x31, ...[...parts].sort(compareBytes));

/** The same under a context-specific tag, `[n] IMPLICIT SET OF`. */
export const contextSetOf = (tagNumber: number, ...parts: readonly Uint8Array[]): Der =>
  element(0xa0 | tagNumber, ...[...parts].sort(compareBytes));

export const octetString = (content: Uint8Array): Der => element(0x04, content);
export const nullValue = (): Der => element(0x05);
export const booleanTrue = (): Der => element(0x01, Uint8Array.of(0xff));

/** A non-negative INTEGER that a JavaScript number holds exactly. */
export function integer(value: number): Der {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not a non-negative safe integer: ${value}`);
  const octets: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  if ((octets[0] ?? 0x80) & 0x80) octets.unshift(0);
  return element(0x02, Uint8Array.from(octets));
}

/** OBJECT IDENTIFIER from its dotted form. */
export function objectIdentifier(dotted: string): Der {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  return element(0x06, Uint8Array.from([first * 40 + second, ...rest].flatMap(base128)));
}

function base128(arc: number): number[] {
  const octets = [arc % 128];
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) octets.unshift(0x80 | (rest % 128));
  return octets;
}

export const utf8String = (text: string): Der => element(0x0c, new TextEncoder().encode(text));
/** The caller has checked that the text is in PrintableString's alphabet. */
export const printableString = (text: string): Der => element(0x13, ascii(text));
/** A primitive element with a context-specific tag, e.g. the choices of GeneralName. */
export const contextPrimitive = (tagNumber: number, content: Uint8Array): Der => element(0x80 | tagNumber, content);

/** Bytes of an ASCII text; anything else is a bug of the caller, never a silent Latin-1 octet. */
export function ascii(text: string): Der {
  const bytes = new TextEncoder().encode(text);
  if (bytes.some((byte) => byte > 0x7f)) throw new RangeError("text is not ASCII");
  return bytes;
}

function compareBytes(left: Uint8Array, right: Uint8Array): number {
  const shared = Math.min(left.length, right.length);
  for (let index = 0; index < shared; index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Whether two byte strings are the same. For public values: the time it takes depends on the content. */
export const sameBytes = (left: Uint8Array, right: Uint8Array): boolean => compareBytes(left, right) === 0;
