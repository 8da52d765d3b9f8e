import { body, DerError, readElement, tags } from "../certificate/der-reader.ts";
import { concatBytes, type Der, element } from "./der-writer.ts";

/** Key files nest some fifteen levels deep. */
const deepest = 64;
const constructedOctetString = 0x24;

/**
 * The first element of BER bytes (X.690 §8) with shortest definite lengths and whole octet strings, as the DER reader
 * takes it. PKCS#12 and PKCS#7 are written in BER by NSS, Java and Windows of old: of indefinite length, octet strings
 * in pieces. What is DER already stays as it is. What follows the element is passed over. Throws `DerError`.
 */
export const berToDer = (source: Uint8Array): Der => convert(source, 0, source.length, 0).der;

/** As `berToDer`, where nothing may follow the element. */
export function wholeBerToDer(source: Uint8Array): Der {
  const { der, end } = convert(source, 0, source.length, 0);
  if (end !== source.length) throw new DerError("not-der", end);
  return der;
}

interface Converted {
  readonly der: Der;
  readonly end: number;
}

function convert(source: Uint8Array, start: number, limit: number, depth: number): Converted {
  const { tag, bodyStart, length } = readHead(source, start, limit);
  if (depth > deepest) throw new DerError("not-der", start);
  if ((tag & 0x20) === 0) {
    if (length === undefined) throw new DerError("not-der", start);
    const end = bodyStart + length;
    return { der: element(tag, source.subarray(bodyStart, end)), end };
  }
  const parts: Der[] = [];
  let at = bodyStart;
  const bodyEnd = length === undefined ? limit : bodyStart + length;
  while (length === undefined ? !endsHere(source, at, limit) : at < bodyEnd) {
    const part = convert(source, at, bodyEnd, depth + 1);
    parts.push(part.der);
    at = part.end;
  }
  const end = length === undefined ? at + 2 : at;
  return { der: tag === constructedOctetString ? joinPieces(parts, start) : element(tag, ...parts), end };
}

/** The pieces are octet strings themselves (X.690 §8.7.3). */
function joinPieces(parts: readonly Der[], start: number): Der {
  if (parts.some(([tag]) => tag !== tags.octetString)) throw new DerError("not-der", start);
  return element(tags.octetString, concatBytes(parts.map((part) => body(readElement(part)))));
}

/** X.690 §8.1.5: two zero octets end contents of indefinite length. */
function endsHere(source: Uint8Array, at: number, limit: number): boolean {
  if (at + 2 > limit) throw new DerError("truncated", at);
  return source[at] === 0 && source[at + 1] === 0;
}

/** Identifier and length octets; the length is undefined where it is indefinite. */
function readHead(source: Uint8Array, start: number, limit: number) {
  if (start + 2 > limit) throw new DerError("truncated", start);
  const tag = source[start] ?? 0;
  const first = source[start + 1] ?? 0;
  if (tag === 0 || (tag & 0x1f) === 0x1f) throw new DerError("not-der", start);
  if (first === 0x80) return { tag, bodyStart: start + 2, length: undefined };
  const octets = first > 0x7f ? first & 0x7f : 0;
  const bodyStart = start + 2 + octets;
  if (octets > 6) throw new DerError("not-der", start);
  if (bodyStart > limit) throw new DerError("truncated", start);
  const length =
    octets === 0 ? first : source.subarray(start + 2, bodyStart).reduce((value, octet) => value * 256 + octet, 0);
  if (bodyStart + length > limit) throw new DerError("truncated", start);
  return { tag, bodyStart, length };
}
