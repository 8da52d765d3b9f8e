import type { PublicKey } from "../../../../../shared/certificate/certificate.ts";
import { colonHex } from "../../../../../shared/certificate/fingerprint.ts";
import { parseCertificate } from "../../../../../shared/certificate/parse-certificate.ts";
import type { RenewalRoute } from "../../../../../shared/renewal/route-for.ts";
import { routeFor } from "../../../../../shared/renewal/route-for.ts";
import type { SeenCertificate } from "../../../../../shared/watch/watched-host.ts";
import type { KnownIssuer } from "../../../description/known-issuer.ts";

/** What only the certificate itself says. */
export interface CertificateFacts {
  /** Upper-case hex with colons. */
  readonly serial: string;
  readonly key: string;
  readonly signature: string;
  readonly route: RenewalRoute<KnownIssuer>;
}

/** Reads a certificate (DER) that was kept for `seen`; undefined where it cannot be read. */
export function factsOf(
  leaf: Uint8Array,
  seen: Pick<SeenCertificate, "trust">,
  issuers: readonly KnownIssuer[],
): CertificateFacts | undefined {
  const parsed = parseCertificate(leaf);
  if (!parsed.ok) return undefined;
  const { serial, publicKey, signature } = parsed.value;
  return {
    serial: colonHex(serial),
    key: keyName(publicKey),
    signature: signature.name,
    route: routeFor(parsed.value, issuers, seen),
  };
}

/** `RSA 2048`, `EC P-256`, `Ed25519`, `ML-DSA-65`. */
export function keyName({ algorithm, bits, curve, parameterSet }: PublicKey): string {
  switch (algorithm) {
    case "rsa":
      return `RSA ${bits}`;
    case "rsa-pss":
      return `RSA-PSS ${bits}`;
    case "ec":
      return `EC ${curve ?? bits}`;
    case "ed25519":
      return "Ed25519";
    case "ed448":
      return "Ed448";
    case "ml-dsa":
      return parameterSet ?? "ML-DSA";
    case "unknown":
      return "?";
  }
}
