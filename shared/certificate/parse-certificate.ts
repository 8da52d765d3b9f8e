import { failure, type Result, success } from "../result.ts";
import type { Certificate, CertificateProblem } from "./certificate.ts";
import { body, children, content, type DerElement, DerError, expect, readElement, tags } from "./der-reader.ts";
import { readTime } from "./der-time.ts";
import { readExtensions } from "./extensions.ts";
import { toHex } from "./hex.ts";
import { readName } from "./name-reader.ts";
import { readPublicKey } from "./public-key.ts";
import { readSignatureAlgorithm } from "./signature-algorithm.ts";

/** In bytes. Real certificates have a few thousand; those of content networks with hundreds of names stay under 64 KiB. */
export const largestCertificate = 1 << 20;

/**
 * The facts in the DER of one X.509 certificate (RFC 5280 §4.1). Never throws.
 * Strict about the encoding, as browsers are, and about what the dates and names hang on; liberal where real certificates
 * err and the dates still stand: serial numbers of any sign and length, extensions in version 1, values of extensions and
 * keys that cannot be made out. No signature is checked.
 */
export function parseCertificate(der: Uint8Array): Result<Certificate, CertificateProblem> {
  if (der.length === 0) return failure({ code: "empty", offset: 0 });
  if (der.length > largestCertificate) return failure({ code: "too-large", offset: largestCertificate });
  if (der[0] !== tags.sequence) return failure({ code: "not-a-certificate", offset: 0 });

  // The part being read tells what an error in it means. Until the outermost element is whole, the reader's own code does.
  let part: CertificateProblem["code"] | undefined;
  const reading = <T>(code: CertificateProblem["code"], read: () => T): T => {
    part = code;
    return read();
  };

  try {
    const outermost = readElement(der);
    const { tbs, signatureAlgorithm } = reading("not-a-certificate", () => splitCertificate(outermost));
    const fields = splitFields(tbs);
    const certificate: Certificate = {
      der: der.subarray(0, outermost.end),
      version: readVersion(fields.version),
      serial: toHex(body(expect(fields.serial, tags.integer, tbs))),
      signature: readSignatureAlgorithm(signatureAlgorithm),
      issuer: reading("bad-name", () => readName(expect(fields.issuer, tags.sequence, tbs))),
      ...reading("bad-time", () => readValidity(expect(fields.validity, tags.sequence, tbs))),
      subject: reading("bad-name", () => readName(expect(fields.subject, tags.sequence, tbs))),
      publicKey: reading("bad-key", () => readPublicKey(expect(fields.publicKey, tags.sequence, tbs))),
      ...reading("bad-extension", () => readExtensions(fields.extensions)),
    };
    const { end } = outermost;
    return end === der.length ? success(certificate) : failure({ code: "trailing-bytes", offset: end });
  } catch (error) {
    if (error instanceof DerError) return failure({ code: part ?? error.code, offset: error.offset });
    throw error;
  }
}

function splitCertificate(certificate: DerElement): {
  readonly tbs: DerElement;
  readonly signatureAlgorithm: DerElement;
} {
  const [tbs, algorithm, signature] = children(certificate);
  expect(signature, tags.bitString, certificate);
  return {
    tbs: expect(tbs, tags.sequence, certificate),
    signatureAlgorithm: expect(algorithm, tags.sequence, certificate),
  };
}

/** The fields of a TBSCertificate by their place; those of the unique identifiers, which nobody uses, are passed over. */
function splitFields(tbs: DerElement) {
  const all = children(tbs);
  const version = all[0]?.tag === 0xa0 ? all[0] : undefined;
  const [serial, , issuer, validity, subject, publicKey, ...optional] = version ? all.slice(1) : all;
  return {
    version,
    serial,
    issuer,
    validity,
    subject,
    publicKey,
    extensions: optional.find(({ tag }) => tag === 0xa3),
  };
}

/** RFC 5280 §4.1.2.1: `[0] INTEGER { v1(0), v2(1), v3(2) } DEFAULT v1`. */
function readVersion(wrapper: DerElement | undefined): number {
  if (wrapper === undefined) return 1;
  const number = expect(content(wrapper), tags.integer, wrapper);
  const [value = 3, ...more] = body(number);
  if (value > 2 || more.length > 0) throw new DerError("not-der", number.start);
  return value + 1;
}

function readValidity(validity: DerElement): Pick<Certificate, "notBefore" | "notAfter"> {
  const [notBefore, notAfter] = children(validity);
  // Both times have a tag of their own to be checked by their reader; what is missing fails as an empty element does.
  const missing = { ...validity, tag: 0 };
  return { notBefore: readTime(notBefore ?? missing), notAfter: readTime(notAfter ?? missing) };
}
