import {
  attempt,
  body,
  children,
  content,
  type DerElement,
  encoding,
  expect,
  tags,
} from "../../certificate/der-reader.ts";
import { readString } from "../../certificate/der-string.ts";
import { toHex } from "../../certificate/hex.ts";
import { readObjectIdentifier } from "../../certificate/object-identifier.ts";
import { bagTypes, friendlyNameOid, localKeyIdOid, x509CertificateOid } from "./bag-identifiers.ts";
import type { BagAttributes } from "./pkcs12.ts";

/** One thing in a PKCS#12 file: `value` is a certificate's DER, a PrivateKeyInfo or an EncryptedPrivateKeyInfo. */
export interface Bag {
  readonly kind: "certificate" | "key" | "encrypted-key";
  readonly value: Uint8Array<ArrayBuffer>;
  readonly attributes: BagAttributes;
}

/**
 * The bags of a SafeContents and of those within it (RFC 7292 §4.2), in order; revocation lists, secrets and what is not
 * known are passed over. Throws `DerError`.
 */
export function readBags(safeContents: DerElement): readonly Bag[] {
  return children(expect(safeContents, tags.sequence, safeContents)).flatMap((bag) => {
    const [type, wrapper, attributeSet] = children(expect(bag, tags.sequence, safeContents));
    const value = content(expect(wrapper, 0xa0, bag));
    const oid = readObjectIdentifier(type, bag);
    if (oid === bagTypes.safeContents) return readBags(value);
    const attributes = readAttributes(attributeSet);
    if (oid === bagTypes.key) return [{ kind: "key" as const, value: copy(encoding(value)), attributes }];
    if (oid === bagTypes.encryptedKey) {
      return [{ kind: "encrypted-key" as const, value: copy(encoding(value)), attributes }];
    }
    const der = oid === bagTypes.certificate ? readCertificate(value) : undefined;
    return der === undefined ? [] : [{ kind: "certificate" as const, value: der, attributes }];
  });
}

const copy = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

/** CertBag (RFC 7292 §4.2.3); undefined for the other kind of certificate (SDSI), which nobody uses. */
function readCertificate(value: DerElement): Uint8Array<ArrayBuffer> | undefined {
  const [type, wrapper] = children(expect(value, tags.sequence, value));
  if (readObjectIdentifier(type, value) !== x509CertificateOid) return undefined;
  const certificate = content(expect(wrapper, 0xa0, value));
  return copy(body(expect(certificate, tags.octetString, value)));
}

/** What cannot be made out of the attributes is left out: no certificate is lost for a name. */
function readAttributes(set: DerElement | undefined): BagAttributes {
  const found = attempt(() => (set?.tag === tags.set ? children(set) : [])) ?? [];
  const values = new Map(found.flatMap((attribute) => attempt(() => [readAttribute(attribute)]) ?? []));
  const name = values.get(friendlyNameOid);
  const id = values.get(localKeyIdOid);
  const friendlyName = name === undefined ? undefined : readString(name);
  return {
    ...(friendlyName === undefined ? {} : { friendlyName }),
    ...(id?.tag === tags.octetString ? { localKeyId: toHex(body(id)) } : {}),
  };
}

function readAttribute(attribute: DerElement): readonly [string, DerElement] {
  const [type, set] = children(expect(attribute, tags.sequence, attribute));
  const [value] = children(expect(set, tags.set, attribute));
  return [readObjectIdentifier(type, attribute), expect(value, value?.tag ?? 0, attribute)];
}
