/** One DER element: an identifier octet, a length, a body (X.690 §8.1). Positions count bytes in `source`. */
export interface DerElement {
  readonly source: Uint8Array;
  /** The identifier octet: class, constructed bit and number. */
  readonly tag: number;
  readonly start: number;
  readonly bodyStart: number;
  readonly end: number;
}

/** Identifier octets of the universal class (X.680 §8.4). */
export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectIdentifier: 0x06,
  sequence: 0x30,
  set: 0x31,
} as const;

/**
 * Thrown within the readers of one document and turned into a `Result` at its entry (`parseCertificate`): a value
 * handed through every level of a certificate would bury what the code says.
 */
export class DerError extends Error {
  readonly code: "truncated" | "not-der";
  readonly offset: number;

  constructor(code: "truncated" | "not-der", offset: number) {
    super(code);
    this.code = code;
    this.offset = offset;
  }
}

/** What the reading gives, or undefined where the bytes are broken: for parts that the rest does not depend on. */
export function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
}

/**
 * Reads the element at `start`, which must end by `limit`. Definite, minimal lengths and one-byte tags only: DER allows
 * nothing else and certificates need nothing else. Throws `DerError`: `truncated` at the end of the source, `not-der` within.
 */
export function readElement(source: Uint8Array, start = 0, limit = source.length): DerElement {
  const beyond = limit === source.length ? "truncated" : "not-der";
  if (start + 2 > limit) throw new DerError(beyond, start);

  const tag = source[start] ?? 0;
  if ((tag & 0x1f) === 0x1f) throw new DerError("not-der", start);

  let length = source[start + 1] ?? 0;
  let bodyStart = start + 2;
  if (length > 0x7f) {
    const octets = length & 0x7f;
    // 0x80 is BER's indefinite length. More than four octets would be 4 GiB and more, whatever they say.
    if (octets === 0 || octets > 4) throw new DerError("not-der", start);
    if (bodyStart + octets > limit) throw new DerError(beyond, start);
    length = 0;
    for (let index = 0; index < octets; index++) length = length * 256 + (source[bodyStart + index] ?? 0);
    if (length < 0x80 || length < 256 ** (octets - 1)) throw new DerError("not-der", start);
    bodyStart += octets;
  }

  const end = bodyStart + length;
  if (end > limit) throw new DerError(beyond, start);
  return { source, tag, start, bodyStart, end };
}

/** The elements directly within a constructed one. One level only, so that depth costs nothing. */
export function children(parent: DerElement): readonly DerElement[] {
  const found: DerElement[] = [];
  for (let at = parent.bodyStart; at < parent.end; ) {
    const element = readElement(parent.source, at, parent.end);
    found.push(element);
    at = element.end;
  }
  return found;
}

/** The element itself if it is there and has the tag; throws `not-der` otherwise. `within` tells where it was expected. */
export function expect(element: DerElement | undefined, tag: number, within: DerElement): DerElement {
  if (element?.tag !== tag) throw new DerError("not-der", element?.start ?? within.end);
  return element;
}

/** The one element that a body is made of, e.g. the value within an extension's OCTET STRING. */
export function content(parent: DerElement): DerElement {
  const element = readElement(parent.source, parent.bodyStart, parent.end);
  if (element.end !== parent.end) throw new DerError("not-der", element.end);
  return element;
}

/** The body's bytes: a view, not a copy. */
export const body = (element: DerElement): Uint8Array => element.source.subarray(element.bodyStart, element.end);

/** The bytes of the whole element: a view, not a copy. */
export const encoding = (element: DerElement): Uint8Array => element.source.subarray(element.start, element.end);
