import type { Trust } from "./observation.ts";

/** Chromium's constants (net/base/net_error_list.h, range 200 to 299: certificate errors). */
const chromium: ReadonlyMap<string, Trust> = new Map([
  ["ERR_CERT_COMMON_NAME_INVALID", "wrong-name"],
  ["ERR_CERT_DATE_INVALID", "outside-validity"],
  ["ERR_CERT_AUTHORITY_INVALID", "untrusted"],
  ["ERR_CERT_REVOKED", "revoked"],
]);

/**
 * Firefox gives a sentence in the user's language (security/nss/nsserrors.properties); these are the English ones.
 * In other languages the refusal keeps its sentence, which is shown, and its kind stays open.
 */
const firefox: ReadonlyMap<string, Trust> = new Map([
  ["Peer's Certificate has expired.", "outside-validity"],
  ["The server presented a certificate that is not yet valid.", "outside-validity"],
  ["The certificate issuer's certificate has expired. Check your system date and time.", "outside-validity"],
  ["Peer's Certificate issuer is not recognized.", "untrusted"],
  ["Peer's certificate issuer has been marked as not trusted by the user.", "untrusted"],
  ["Issuer certificate is invalid.", "untrusted"],
  ["The certificate is not trusted because it is self-signed.", "untrusted"],
  [
    "Unable to communicate securely with peer: requested domain name does not match the server's certificate.",
    "wrong-name",
  ],
  ["Peer's Certificate has been revoked.", "revoked"],
]);

/**
 * What `webRequest.onErrorOccurred` says about the certificate: `undefined` when the error is not about one (no
 * connection, reset, aborted). `error` is a constant in Chromium and for Firefox' network errors, else a sentence.
 */
export function refusalOf(error: string): Trust | undefined {
  const constant = /^net::(ERR_[A-Z0-9_]+)$/.exec(error)?.[1];
  if (constant !== undefined)
    return chromium.get(constant) ?? (constant.startsWith("ERR_CERT_") ? "refused" : undefined);
  if (/^[A-Z0-9_]+$/.test(error) || error === "") return undefined;
  return firefox.get(error.replaceAll("’", "'")) ?? "refused";
}
