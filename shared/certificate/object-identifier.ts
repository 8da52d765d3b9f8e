import { body, type DerElement, DerError, expect, tags } from "./der-reader.ts";

/** Ample for every registered identifier and for 128-bit arcs (2.25.…); keeps hostile ones from costing time. */
const longest = 64;

/** The dotted form of an OBJECT IDENTIFIER; throws `DerError` where there is none or its encoding is broken. */
export function readObjectIdentifier(element: DerElement | undefined, within: DerElement): string {
  const identifier = expect(element, tags.objectIdentifier, within);
  const dotted = dottedIdentifier(body(identifier));
  if (dotted === undefined) throw new DerError("not-der", identifier.start);
  return dotted;
}

/** The dotted form of an identifier's body bytes (X.690 §8.19), or undefined where they are not one. */
export function dottedIdentifier(bytes: Uint8Array): string | undefined {
  const last = bytes.at(-1);
  if (last === undefined || last > 0x7f || bytes.length > longest) return undefined;
  const arcs: bigint[] = [];
  let arc = 0n;
  for (const octet of bytes) {
    if (arc === 0n && octet === 0x80) return undefined;
    arc = arc * 128n + BigInt(octet & 0x7f);
    if (octet > 0x7f) continue;
    // The first two arcs share a number: 40 times the first, of which there are three, plus the second.
    if (arcs.length === 0) {
      const root = arc < 80n ? arc / 40n : 2n;
      arcs.push(root, arc - root * 40n);
    } else arcs.push(arc);
    arc = 0n;
  }
  return arcs.join(".");
}
