import { createSecureContext, getCACertificates, type SecureContext, type SecureContextOptions } from "node:tls";

/**
 * The key is sent for the first alone. OpenSSL's own list begins with a hybrid of ML-KEM, which is for secrets that must last:
 * here none is sent. Without it a handshake is cheaper for both ends, and the first message fits one packet, which old
 * servers and boxes on the way need (tldr.fail).
 */
const groups = ["X25519", "P-256", "X448", "P-384", "P-521", "ffdhe2048", "ffdhe3072", ...hybrids()].join(":");

/** OpenSSL knows it since 3.5, and takes no list with a name that it does not know. */
function hybrids(): readonly string[] {
  const [major = 0, minor = 0] = process.versions.openssl.split(".").map(Number);
  return major > 3 || (major === 3 && minor >= 5) ? ["X25519MLKEM768"] : [];
}

const handshake: SecureContextOptions = {
  // Only dates are wanted: an old server with a small key or an old protocol must be able to show its certificate.
  minVersion: "TLSv1",
  ciphers: "DEFAULT:@SECLEVEL=0",
  ecdhCurve: groups,
};

/**
 * The authorities that a certificate is judged by: those that Node ships (Mozilla's), those of the system, where companies
 * put their own, and `more` (PEM). Made once: reading them costs tens of milliseconds.
 */
export function trustStore(more: readonly string[]): SecureContext {
  const authorities = new Set([...getCACertificates("default"), ...systemAuthorities(), ...more]);
  return createSecureContext({ ...handshake, ca: [...authorities] });
}

/** Those that Node ships alone: it has them as OpenSSL wants them, and a tenth of the time is enough. */
export const shippedTrustStore = (): SecureContext => createSecureContext(handshake);

/** None where the system keeps no list that OpenSSL finds. */
function systemAuthorities(): readonly string[] {
  try {
    return getCACertificates("system");
  } catch {
    return [];
  }
}
