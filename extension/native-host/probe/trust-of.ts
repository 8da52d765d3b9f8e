import type { Trust } from "../../../shared/observation/observation.ts";

/** OpenSSL's verification codes as Node names them (`tls` documentation, "X509 certificate error codes"). */
const kinds: ReadonlyMap<string, Trust> = new Map<string, Trust>([
  ["CERT_HAS_EXPIRED", "outside-validity"],
  ["CERT_NOT_YET_VALID", "outside-validity"],
  ["ERROR_IN_CERT_NOT_BEFORE_FIELD", "outside-validity"],
  ["ERROR_IN_CERT_NOT_AFTER_FIELD", "outside-validity"],
  ["CERT_REVOKED", "revoked"],
  ["HOSTNAME_MISMATCH", "wrong-name"],
  ["UNABLE_TO_GET_ISSUER_CERT", "untrusted"],
  ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "untrusted"],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "untrusted"],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "untrusted"],
  ["SELF_SIGNED_CERT_IN_CHAIN", "untrusted"],
  ["CERT_CHAIN_TOO_LONG", "untrusted"],
  ["CERT_UNTRUSTED", "untrusted"],
  ["CERT_REJECTED", "untrusted"],
  ["INVALID_CA", "untrusted"],
  ["INVALID_PURPOSE", "untrusted"],
  ["PATH_LENGTH_EXCEEDED", "untrusted"],
  ["CERT_SIGNATURE_FAILURE", "untrusted"],
]);

/** What the result of a chain's verification means. `code` undefined: the chain verified. `covered`: the leaf names the host. */
export function trustOf(code: string | undefined, covered: boolean): Trust {
  if (code !== undefined) return kinds.get(code) ?? "refused";
  return covered ? "trusted" : "wrong-name";
}
