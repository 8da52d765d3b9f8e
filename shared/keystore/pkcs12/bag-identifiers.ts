/** Object identifiers of RFC 7292 appendix D, and of the attributes of RFC 2985 §5.5 that bags have. */
export const bagTypes = {
  key: "1.2.840.113549.1.12.10.1.1",
  encryptedKey: "1.2.840.113549.1.12.10.1.2",
  certificate: "1.2.840.113549.1.12.10.1.3",
  safeContents: "1.2.840.113549.1.12.10.1.6",
} as const;
export const x509CertificateOid = "1.2.840.113549.1.9.22.1";
export const friendlyNameOid = "1.2.840.113549.1.9.20";
export const localKeyIdOid = "1.2.840.113549.1.9.21";

export const dataOid = "1.2.840.113549.1.7.1";
export const encryptedDataOid = "1.2.840.113549.1.7.6";
