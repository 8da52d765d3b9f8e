import type { X509Certificate } from "@peculiar/x509";

/** What a TLS server needs to present a certificate, and what a test needs to recognise it. */
export interface SiteCertificate {
  /** DER of the leaf. */
  readonly der: Uint8Array;
  /** Leaf first, without the root. */
  readonly chainPem: string;
  /** Unencrypted PKCS#8. */
  readonly keyPem: string;
  /** SHA-256 of the leaf, lower-case hex. */
  readonly sha256: string;
  /** Base64 SHA-256 of the leaf's SubjectPublicKeyInfo, as Chromium's `--ignore-certificate-errors-spki-list` takes it. */
  readonly spkiSha256: string;
  /** Lower-case hex of the serial number's content bytes. */
  readonly serial: string;
}

export const toSiteCertificate = (chain: readonly X509Certificate[], keys: CryptoKeyPair): Promise<SiteCertificate> =>
  fromDer(
    chain.map((certificate) => new Uint8Array(certificate.rawData)),
    keys,
    chain[0]?.serialNumber ?? "",
  );

/** The same from DER alone: a leaf that no library reads is served all the same. */
export async function fromDer(
  chain: readonly Uint8Array[],
  keys: CryptoKeyPair,
  serial: string,
): Promise<SiteCertificate> {
  const [leaf = new Uint8Array()] = chain;
  const spki = await crypto.subtle.exportKey("spki", keys.publicKey);
  return {
    der: leaf,
    chainPem: chain.map((der) => pem("CERTIFICATE", der)).join(""),
    keyPem: pem("PRIVATE KEY", new Uint8Array(await crypto.subtle.exportKey("pkcs8", keys.privateKey))),
    sha256: Buffer.from(await crypto.subtle.digest("SHA-256", Uint8Array.from(leaf))).toString("hex"),
    spkiSha256: Buffer.from(await crypto.subtle.digest("SHA-256", spki)).toString("base64"),
    serial,
  };
}

/** DER as PEM in lines of 64 characters (RFC 7468 §2). */
export function pem(label: string, der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ""].join("\n");
}
