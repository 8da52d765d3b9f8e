import { attributeTypes } from "./attribute-types.ts";
import type { DistinguishedName, NameAttribute } from "./certificate.ts";
import { children, type DerElement, encoding, expect, tags } from "./der-reader.ts";
import { readString } from "./der-string.ts";
import { toHex } from "./hex.ts";
import { readObjectIdentifier } from "./object-identifier.ts";

/**
 * A Name (RFC 5280 §4.1.2.4) with its attributes in certificate order. A value that is no text becomes `#` and the hex
 * of its DER, as RFC 4514 §2.4 writes it. Throws `DerError` where the structure itself is broken.
 */
export function readName(name: DerElement): DistinguishedName {
  return children(expect(name, tags.sequence, name)).map((set) =>
    children(expect(set, tags.set, set)).map(readAttribute),
  );
}

function readAttribute(attribute: DerElement): NameAttribute {
  const [type, value] = children(expect(attribute, tags.sequence, attribute));
  const oid = readObjectIdentifier(type, attribute);
  const text = value && (readString(value) ?? `#${toHex(encoding(value))}`);
  return { oid, type: attributeTypes[oid] ?? oid, value: text ?? "" };
}
