import type { Certificate } from "../certificate/certificate.ts";
import { isSelfIssued } from "../certificate/issuer-relation.ts";
import type { Reason } from "./verdict.ts";

/**
 * A key below Baseline Requirements §6.1.5 (RSA under 2048 bits, curves under 256) or a signature with a broken hash.
 * A self-issued certificate's own signature proves nothing, so its hash does not count.
 */
export function weaknesses(certificate: Certificate): readonly Reason[] {
  const { algorithm, bits } = certificate.publicKey;
  const rsa = algorithm === "rsa" || algorithm === "rsa-pss";
  const weakKey = bits > 0 && ((rsa && bits < 2048) || (algorithm === "ec" && bits < 256));
  return [
    ...(weakKey ? [{ code: "weak-key", key: `${rsa ? "RSA" : "EC"} ${bits}` } as const] : []),
    ...(certificate.signature.weak && !isSelfIssued(certificate)
      ? [{ code: "weak-signature", algorithm: certificate.signature.name } as const]
      : []),
  ];
}
