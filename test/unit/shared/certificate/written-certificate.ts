import { oid, sequence, text, tlv } from "../../../support/authority/der.ts";

/** The fields of a certificate as DER; each may be anything. */
export interface CertificateParts {
  readonly version: Uint8Array;
  readonly serial: Uint8Array;
  readonly algorithm: Uint8Array;
  readonly issuer: Uint8Array;
  readonly validity: Uint8Array;
  readonly subject: Uint8Array;
  readonly publicKey: Uint8Array;
  readonly extensions: Uint8Array;
}

export const nothing = new Uint8Array();

export const attribute = (type: string, value: Uint8Array): Uint8Array => tlv(0x31, sequence(oid(type), value));

export const commonName = (value: string): Uint8Array => sequence(attribute("2.5.4.3", text(0x0c, value)));

/** Two times; thirteen characters are a UTCTime, others a GeneralizedTime. */
export const validity = (...times: readonly string[]): Uint8Array =>
  sequence(...times.map((time) => text(time.length === 13 ? 0x17 : 0x18, time)));

export const extension = (id: string, value: Uint8Array, ...critical: readonly Uint8Array[]): Uint8Array =>
  sequence(oid(id), ...critical, tlv(0x04, value));

export const extensions = (...list: readonly Uint8Array[]): Uint8Array => tlv(0xa3, sequence(...list));

export const ecKey = (curve = "1.2.840.10045.3.1.7"): Uint8Array =>
  sequence(sequence(oid("1.2.840.10045.2.1"), oid(curve)), tlv(0x03, Uint8Array.of(0, 4, 1, 2, 3, 4)));

const ordinary: CertificateParts = {
  version: tlv(0xa0, tlv(0x02, Uint8Array.of(2))),
  serial: tlv(0x02, Uint8Array.of(0x00, 0x9f, 0x01)),
  algorithm: sequence(oid("1.2.840.10045.4.3.2")),
  issuer: commonName("Issuer"),
  validity: validity("260101000000Z", "270101000000Z"),
  subject: commonName("www.example.com"),
  publicKey: ecKey(),
  extensions: extensions(extension("2.5.29.17", sequence(text(0x82, "www.example.com")))),
};

/** A certificate like any other (its signature is nonsense, which nobody checks here) but for the parts given. */
export function writeCertificate(parts: Partial<CertificateParts> = {}): Uint8Array {
  const all = { ...ordinary, ...parts };
  const tbs = sequence(
    all.version,
    all.serial,
    all.algorithm,
    all.issuer,
    all.validity,
    all.subject,
    all.publicKey,
    all.extensions,
  );
  return sequence(tbs, all.algorithm, tlv(0x03, Uint8Array.of(0, 1, 2, 3)));
}

/** Sequences within one another; the innermost is empty. */
export function nested(depth: number): Uint8Array {
  const heads: Uint8Array[] = [];
  let size = 0;
  for (let level = 0; level < depth; level++) {
    // Only the head depends on the size of what it is put around.
    const head =
      size < 0x80
        ? [size]
        : size < 0x10000
          ? [0x82, size >> 8, size & 0xff]
          : [0x83, size >> 16, (size >> 8) & 0xff, size & 0xff];
    const minimal = size >= 0x80 && size < 0x100 ? [0x81, size] : head;
    heads.unshift(Uint8Array.from([0x30, ...minimal]));
    size += minimal.length + 1;
  }
  return new Uint8Array(Buffer.concat(heads));
}
