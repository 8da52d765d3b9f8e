import { readAlternativeNames } from "./alternative-names.ts";
import type { Certificate } from "./certificate.ts";
import { attempt, body, children, content, type DerElement, expect, tags } from "./der-reader.ts";
import { readLatin1 } from "./der-string.ts";
import { toHex } from "./hex.ts";
import { readObjectIdentifier } from "./object-identifier.ts";

/** RFC 5280 §4.2.1.2, .6, .9, .1 and §4.2.2.1. */
const subjectKeyIdentifier = "2.5.29.14";
const subjectAlternativeName = "2.5.29.17";
const basicConstraints = "2.5.29.19";
const authorityKeyIdentifier = "2.5.29.35";
const authorityInformationAccess = "1.3.6.1.5.5.7.1.1";
const issuersOfTheIssuer = "1.3.6.1.5.5.7.48.2";

export type ExtensionFacts = Pick<
  Certificate,
  | "alternativeNames"
  | "isAuthority"
  | "subjectKeyIdentifier"
  | "authorityKeyIdentifier"
  | "issuerUrls"
  | "damagedExtensions"
>;

/**
 * The facts in a certificate's `[3] Extensions`, or those of a certificate without any. An extension whose value is broken
 * counts as absent and is named in `damagedExtensions`: a wrong byte in a key identifier must not hide when the certificate
 * ends. Throws `DerError` where the list itself is broken.
 */
export function readExtensions(wrapper: DerElement | undefined): ExtensionFacts {
  const damaged = new Set<string>();
  const values = wrapper === undefined ? new Map<string, DerElement>() : listExtensions(wrapper, damaged);
  const read = <T>(oid: string, reader: (value: DerElement) => T): T | undefined => {
    const value = values.get(oid);
    const fact = value && attempt(() => reader(content(value)));
    if (value !== undefined && fact === undefined) damaged.add(oid);
    return fact;
  };

  const subjectKey = read(subjectKeyIdentifier, (value) => toHex(body(expect(value, tags.octetString, value))));
  const authorityKey = read(authorityKeyIdentifier, readAuthorityKey);
  const facts = {
    alternativeNames: read(subjectAlternativeName, readAlternativeNames) ?? [],
    isAuthority: read(basicConstraints, readIsAuthority) ?? false,
    issuerUrls: read(authorityInformationAccess, readIssuerUrls) ?? [],
  };
  return {
    ...facts,
    ...(subjectKey !== undefined && { subjectKeyIdentifier: subjectKey }),
    ...(authorityKey && { authorityKeyIdentifier: authorityKey }),
    ...(damaged.size > 0 && { damagedExtensions: [...damaged] }),
  };
}

/** OID → the OCTET STRING around the value. Of two with one OID, which RFC 5280 §4.2 forbids, the first counts. */
function listExtensions(wrapper: DerElement, damaged: Set<string>): ReadonlyMap<string, DerElement> {
  const values = new Map<string, DerElement>();
  for (const extension of children(expect(content(wrapper), tags.sequence, wrapper))) {
    const [id, ...rest] = children(expect(extension, tags.sequence, extension));
    const oid = readObjectIdentifier(id, extension);
    // Between the two stands `critical`, if anything.
    const value = expect(rest.at(-1), tags.octetString, extension);
    if (values.has(oid)) damaged.add(oid);
    else values.set(oid, value);
  }
  return values;
}

function readIsAuthority(value: DerElement): boolean {
  const [first] = children(expect(value, tags.sequence, value));
  return first?.tag === tags.boolean && body(first)[0] !== 0;
}

/** The key identifier's hex; empty where the extension names the issuer by name and serial number instead. */
function readAuthorityKey(value: DerElement): string {
  const identifier = children(expect(value, tags.sequence, value)).find(({ tag }) => tag === 0x80);
  return identifier ? toHex(body(identifier)) : "";
}

function readIssuerUrls(value: DerElement): readonly string[] {
  return children(expect(value, tags.sequence, value)).flatMap((description) => {
    const [method, location] = children(expect(description, tags.sequence, description));
    if (readObjectIdentifier(method, description) !== issuersOfTheIssuer || location?.tag !== 0x86) return [];
    const url = readLatin1(body(location));
    // Others (ldap:, file: …) are never to be fetched, and what is no URL cannot be.
    return /^https?:\/\/[!-~]+$/i.test(url) && URL.canParse(url) ? [url] : [];
  });
}
