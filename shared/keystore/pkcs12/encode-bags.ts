import { type Der, element, objectIdentifier, octetString, sequence, setOf } from "../der-writer.ts";
import { bagTypes, friendlyNameOid, localKeyIdOid, x509CertificateOid } from "./bag-identifiers.ts";

export interface EncodedAttributes {
  readonly friendlyName?: string | undefined;
  readonly localKeyId?: Uint8Array | undefined;
  /** The certificate is trusted for everything: Java lists certificates without a key only if this is said. */
  readonly trusted?: boolean;
}

/** Oracle's attribute, with anyExtendedKeyUsage (RFC 5280 §4.2.1.12) as its value. */
const trustedKeyUsageOid = "2.16.840.1.113894.746875.1.1";
const anyExtendedKeyUsageOid = "2.5.29.37.0";

const explicit = (content: Uint8Array): Der => element(0xa0, content);

/** SafeBag (RFC 7292 §4.2) of a certificate. */
export const encodeCertificateBag = (der: Uint8Array, attributes: EncodedAttributes): Der =>
  encodeBag(
    bagTypes.certificate,
    sequence(objectIdentifier(x509CertificateOid), explicit(octetString(der))),
    attributes,
  );

/** SafeBag of an EncryptedPrivateKeyInfo. */
export const encodeKeyBag = (encryptedKey: Uint8Array, attributes: EncodedAttributes): Der =>
  encodeBag(bagTypes.encryptedKey, encryptedKey, attributes);

function encodeBag(type: string, value: Uint8Array, { friendlyName, localKeyId, trusted }: EncodedAttributes): Der {
  const attributes = [
    ...(friendlyName === undefined ? [] : [attribute(friendlyNameOid, bmpString(friendlyName))]),
    ...(localKeyId === undefined ? [] : [attribute(localKeyIdOid, octetString(localKeyId))]),
    ...(trusted === true ? [attribute(trustedKeyUsageOid, objectIdentifier(anyExtendedKeyUsageOid))] : []),
  ];
  return sequence(objectIdentifier(type), explicit(value), ...(attributes.length > 0 ? [setOf(...attributes)] : []));
}

const attribute = (oid: string, value: Uint8Array): Der => sequence(objectIdentifier(oid), setOf(value));

/** BMPString: UTF-16, big-endian. */
function bmpString(text: string): Der {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  return element(0x1e, Uint8Array.from(units.flatMap((unit) => [unit >> 8, unit & 0xff])));
}
