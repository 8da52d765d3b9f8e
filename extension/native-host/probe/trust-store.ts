import { createSecureContext, getCACertificates, type SecureContext } from "node:tls";

/**
 * The authorities that a certificate is judged by: those that Node ships (Mozilla's), those of the system, where companies
 * put their own, and `more` (PEM). Made once: reading them costs tens of milliseconds.
 */
export function trustStore(more: readonly string[]): SecureContext {
  const authorities = new Set([...getCACertificates("default"), ...systemAuthorities(), ...more]);
  return createSecureContext({
    ca: [...authorities],
    // Only dates are wanted: an old server with a small key or an old protocol must be able to show its certificate.
    minVersion: "TLSv1",
    ciphers: "DEFAULT:@SECLEVEL=0",
  });
}

/** None where the system keeps no list that OpenSSL finds. */
function systemAuthorities(): readonly string[] {
  try {
    return getCACertificates("system");
  } catch {
    return [];
  }
}
