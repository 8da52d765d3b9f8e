import {
  body,
  children,
  content,
  type DerElement,
  DerError,
  expect,
  readElement,
  tags,
} from "../../certificate/der-reader.ts";
import { toHex } from "../../certificate/hex.ts";
import { readObjectIdentifier } from "../../certificate/object-identifier.ts";
import { berToDer } from "../ber-to-der.ts";
import { algorithmName } from "../encryption/algorithm-names.ts";
import { EncryptionError } from "../encryption/encryption-error.ts";
import { sequenceBody } from "../sequence-body.ts";
import { dataOid } from "./bag-identifiers.ts";
import { type Mac, readMac } from "./mac.ts";

/** The outside of a PKCS#12 file: contents, and the seal over them where there is one. */
export interface Pkcs12Envelope {
  /** What the seal is made over. */
  readonly contents: Uint8Array;
  readonly mac: Mac | undefined;
  /** The ContentInfos of the contents; throws `DerError`. */
  readonly safes: () => readonly DerElement[];
}

/** Whether bytes begin as PFX of version 3 does (RFC 7292 §4): SEQUENCE of any length, INTEGER 3, SEQUENCE. */
export const looksLikePkcs12 = (file: Uint8Array): boolean =>
  toHex(sequenceBody(file)?.subarray(0, 4) ?? new Uint8Array()) === "02010330";

/** PFX (RFC 7292 §4). Throws `DerError`, and `EncryptionError` where it is sealed with a certificate. */
export function readEnvelope(file: Uint8Array): Pkcs12Envelope {
  const pfx = readElement(berToDer(file));
  const [, authSafe, macData] = children(pfx);
  const { type, value } = readContentInfo(authSafe, pfx);
  if (type !== dataOid) throw new EncryptionError({ code: "unsupported-algorithm", algorithm: algorithmName(type) });
  const contents = body(expect(value, tags.octetString, pfx));
  return {
    contents,
    mac: macData === undefined ? undefined : readMac(macData),
    safes: () => {
      const safes = readElement(berToDer(contents));
      return children(expect(safes, tags.sequence, safes));
    },
  };
}

/** ContentInfo (RFC 5652 §3) with its content. Throws `DerError`. */
export function readContentInfo(element: DerElement | undefined, within: DerElement) {
  const [type, wrapper] = children(expect(element, tags.sequence, within));
  if (wrapper === undefined) throw new DerError("not-der", within.start);
  return { type: readObjectIdentifier(type, within), value: content(expect(wrapper, 0xa0, within)) };
}
