import {
  attempt,
  body,
  children,
  content,
  type DerElement,
  encoding,
  expect,
  readElement,
  tags,
} from "../../certificate/der-reader.ts";
import { toHex } from "../../certificate/hex.ts";
import { readObjectIdentifier } from "../../certificate/object-identifier.ts";
import { failure, type Result, success } from "../../result.ts";
import { berToDer } from "../ber-to-der.ts";
import type { Der } from "../der-writer.ts";
import { fileBlocks, largestKeyFile } from "../key-file-bytes.ts";
import { sequenceBody } from "../sequence-body.ts";

/** `no-certificates`: sound, and holds none, as a detached signature does. `too-long`: over `largestKeyFile`. */
export interface Pkcs7Problem {
  readonly code: "not-pkcs7" | "damaged" | "no-certificates" | "too-long";
}

const signedDataOid = "1.2.840.113549.1.7.2";
/** SignedData within SignedData: a timestamped signature in an archive has three. */
const deepest = 8;
/** RFC 7468 §8 and §9; certificate services label it as a certificate, and Netscape's label lives on in old tools. */
const pemLabels: readonly string[] = ["PKCS7", "CMS", "CERTIFICATE", "CERTIFICATE CHAIN", "PKCS #7 SIGNED DATA"];

/**
 * The certificates of PKCS#7 or CMS SignedData (`.p7b`, `.p7c`, also with a signature, which is not checked): DER, BER,
 * PEM or base64. Each once, as it stands in the file, in the file's order, which says nothing about the chain. Never throws.
 */
export function readPkcs7Certificates(bytes: Uint8Array): Result<readonly Der[], Pkcs7Problem> {
  if (bytes.length > largestKeyFile) return failure({ code: "too-long" });
  const messages = (fileBlocks(bytes) ?? []).filter(
    ({ label, der }) => (label === undefined || pemLabels.includes(label)) && looksLikePkcs7(der),
  );
  if (messages.length === 0) return failure({ code: "not-pkcs7" });
  const found = new Map<string, Der>();
  for (const { der } of messages) {
    const certificates = attempt(() => readContentInfo(readElement(berToDer(der)), 0));
    if (certificates === undefined) return failure({ code: "damaged" });
    for (const certificate of certificates) found.set(toHex(certificate), certificate);
  }
  return found.size > 0 ? success([...found.values()]) : failure({ code: "no-certificates" });
}

/** Whether bytes begin as a ContentInfo of SignedData does (RFC 5652 §3): SEQUENCE of any length, that identifier. */
export const looksLikePkcs7 = (file: Uint8Array): boolean =>
  toHex(sequenceBody(file)?.subarray(0, 11) ?? new Uint8Array()) === "06092a864886f70d010702";

function readContentInfo(info: DerElement, depth: number): readonly Der[] {
  const [, wrapper] = children(info);
  return readSignedData(content(expect(wrapper, 0xa0, info)), depth);
}

/** RFC 5652 §5.1; kinds of certificates besides X.509 have tags of their own and are passed over. */
function readSignedData(signedData: DerElement, depth: number): readonly Der[] {
  const [, , encapsulated, ...rest] = children(expect(signedData, tags.sequence, signedData));
  const set = rest.find(({ tag }) => tag === 0xa0);
  const certificates = set === undefined ? [] : children(set).filter(({ tag }) => tag === tags.sequence);
  const inner = readEncapsulated(expect(encapsulated, tags.sequence, signedData), depth);
  return [...certificates.map((certificate) => new Uint8Array(encoding(certificate))), ...inner];
}

/**
 * What is signed, where that is SignedData again: as it is in PKCS#7 (RFC 2315 §7), in an OCTET STRING in CMS, there
 * also in a ContentInfo of its own. Broken content takes nothing away from the certificates beside it.
 */
function readEncapsulated(info: DerElement, depth: number): readonly Der[] {
  const [type, wrapper] = children(info);
  if (readObjectIdentifier(type, info) !== signedDataOid || wrapper === undefined || depth >= deepest) return [];
  const read = (): readonly Der[] => {
    const signed = content(expect(wrapper, 0xa0, info));
    const inner = signed.tag === tags.octetString ? readElement(berToDer(body(signed))) : signed;
    const [first] = children(inner);
    return first?.tag === tags.objectIdentifier ? readContentInfo(inner, depth + 1) : readSignedData(inner, depth + 1);
  };
  return attempt(read) ?? [];
}
