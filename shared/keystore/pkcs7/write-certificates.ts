import { toPem } from "../../certificate/pem.ts";
import { contextSetOf, type Der, element, integer, objectIdentifier, sequence, setOf } from "../der-writer.ts";

const signedDataOid = "1.2.840.113549.1.7.2";
const dataOid = "1.2.840.113549.1.7.1";

/**
 * DER of a PKCS#7 file (`.p7b`) of certificates: SignedData that nobody signed (RFC 5652 §5.1, "degenerate"). Version 1
 * as everybody writes it. A SET: readers give the certificates in an order of their own.
 */
export function writePkcs7Certificates(certificates: readonly Uint8Array[]): Der {
  const signedData = sequence(
    integer(1),
    setOf(),
    sequence(objectIdentifier(dataOid)),
    contextSetOf(0, ...certificates),
    setOf(),
  );
  return sequence(objectIdentifier(signedDataOid), element(0xa0, signedData));
}

/** The same as PEM with the label of RFC 7468 §8, which IIS, Tomcat's keytool and openssl take. */
export const writePkcs7Pem = (certificates: readonly Uint8Array[]): string =>
  toPem("PKCS7", writePkcs7Certificates(certificates));
