/** One attribute of a distinguished name, e.g. `{ type: "CN", oid: "2.5.4.3", value: "www.example.com" }`. */
export interface NameAttribute {
  /** Dotted object identifier. */
  readonly oid: string;
  /** RFC 4514 short name where there is one (`CN`, `O`, `OU`, `C`, `L`, `ST` …), otherwise the dotted OID. */
  readonly type: string;
  /** The decoded text as it stands in the certificate: hostile, may hold control and bidirectional characters. */
  readonly value: string;
}

/** The relative distinguished names in certificate order; each holds one attribute, seldom more. */
export type DistinguishedName = readonly (readonly NameAttribute[])[];

/** A subject alternative name (RFC 5280 §4.2.1.6). `dns` as it stands (A-labels), `ip` as text (RFC 5952 for IPv6). */
export interface AlternativeName {
  readonly kind: "dns" | "ip" | "email" | "uri" | "other";
  readonly value: string;
}

export type PublicKeyAlgorithm = "rsa" | "rsa-pss" | "ec" | "ed25519" | "ed448" | "ml-dsa" | "unknown";

export interface PublicKey {
  readonly algorithm: PublicKeyAlgorithm;
  /** Size in bits: the RSA modulus, the field of the curve; 0 where it is not known. */
  readonly bits: number;
  /** Name of the elliptic curve (`P-256`, `P-384`, `P-521`) or its dotted OID. */
  readonly curve?: string;
  /** `ML-DSA-44`, `ML-DSA-65` or `ML-DSA-87` (FIPS 204), where the algorithm is `ml-dsa`. */
  readonly parameterSet?: string;
  /** DER of the whole SubjectPublicKeyInfo. */
  readonly spki: Uint8Array;
}

export interface SignatureAlgorithm {
  readonly oid: string;
  /** `sha256WithRSAEncryption`, `ecdsa-with-SHA384` …, or the dotted OID. */
  readonly name: string;
  /** The hash is broken for signatures (MD2, MD5, SHA-1). */
  readonly weak: boolean;
}

/** The facts that stand in an X.509 certificate (RFC 5280). Text in it is hostile; times are epoch milliseconds. */
export interface Certificate {
  /** DER of the whole certificate. */
  readonly der: Uint8Array;
  /** 1, 2 or 3. */
  readonly version: number;
  /** The INTEGER's content bytes as lower-case hex, two digits a byte, including a leading `00`. */
  readonly serial: string;
  readonly signature: SignatureAlgorithm;
  readonly issuer: DistinguishedName;
  readonly subject: DistinguishedName;
  /** First and last moment of validity, epoch milliseconds; `notAfter` is still valid, to the second. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly publicKey: PublicKey;
  readonly alternativeNames: readonly AlternativeName[];
  readonly isAuthority: boolean;
  /** Lower-case hex, where the extension is present. */
  readonly subjectKeyIdentifier?: string;
  readonly authorityKeyIdentifier?: string;
  /** `http(s)` URLs of the authority information access extension. */
  readonly issuerUrls: readonly string[];
  /** Dotted OIDs of the extensions above that are there but broken (taken for absent) or there twice (the first counts). */
  readonly damagedExtensions?: readonly string[];
}

/** Why bytes are not a certificate that can be read. `offset` counts bytes from the start of the DER. */
export interface CertificateProblem {
  readonly code:
    | "empty"
    | "too-large"
    | "truncated"
    | "not-der"
    | "not-a-certificate"
    | "trailing-bytes"
    | "bad-time"
    | "bad-name"
    | "bad-key"
    | "bad-extension";
  readonly offset: number;
}
