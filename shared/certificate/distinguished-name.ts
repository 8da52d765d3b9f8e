import type { DistinguishedName } from "./certificate.ts";

/** The values of every attribute of one type (`CN`, `O`, a dotted OID …), in certificate order. Hostile text. */
export const attributes = (name: DistinguishedName, type: string): readonly string[] =>
  name.flat().flatMap((attribute) => (attribute.type === type ? [attribute.value] : []));

/** The most specific value of one attribute type: names run from the country to the host, so it is the last. Hostile text. */
export const attribute = (name: DistinguishedName, type: string): string | undefined => attributes(name, type).at(-1);

/**
 * RFC 4514: the most specific part first, `CN=www.example.com,O=Example\, Inc.,C=DE`. Only what the RFC requires is
 * escaped, so the text is still hostile; types without a short name are dotted OIDs with their text, not its DER.
 */
export const formatName = (name: DistinguishedName): string =>
  name
    .toReversed()
    .map((parts) => parts.map(({ type, value }) => `${type}=${escapeValue(value)}`).join("+"))
    .join(",");

/** RFC 4514 §2.4. */
const escapeValue = (value: string): string => value.replace(/^[ #]| $|["+,;<>\\]/g, "\\$&").replaceAll("\0", "\\00");

/** Whether two names have the same attributes in the same order, text for text; how the text was encoded does not count. */
export const sameName = (one: DistinguishedName, other: DistinguishedName): boolean =>
  one.length === other.length &&
  one.every((parts, index) => {
    const others = other[index];
    return (
      others?.length === parts.length &&
      parts.every(({ oid, value }, at) => others[at]?.oid === oid && others[at]?.value === value)
    );
  });
