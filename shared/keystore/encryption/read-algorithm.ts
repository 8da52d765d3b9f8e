import { body, children, type DerElement, DerError, expect, tags } from "../../certificate/der-reader.ts";
import { readObjectIdentifier } from "../../certificate/object-identifier.ts";

export interface AlgorithmIdentifier {
  readonly oid: string;
  readonly parameters: DerElement | undefined;
  /** The element it was read from. */
  readonly element: DerElement;
}

/** AlgorithmIdentifier (RFC 5280 §4.1.1.2); throws `DerError`. */
export function readAlgorithm(element: DerElement | undefined, within: DerElement): AlgorithmIdentifier {
  const sequence = expect(element, tags.sequence, within);
  const [oid, parameters] = children(sequence);
  return { oid: readObjectIdentifier(oid, sequence), parameters, element: sequence };
}

/** A positive INTEGER; one too large to be exact is still large. Throws `DerError`. */
export function readPositive(element: DerElement | undefined, within: DerElement): number {
  const bytes = body(expect(element, tags.integer, within));
  const value = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  if (value === 0 || (bytes[0] ?? 0x80) > 0x7f) throw new DerError("not-der", within.start);
  return value;
}
