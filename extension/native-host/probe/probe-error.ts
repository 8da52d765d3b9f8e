import type { ProbeCode, ProbeProblem } from "../../../shared/handshake/probe-problem.ts";

const systemCodes: ReadonlyMap<string, ProbeCode> = new Map<string, ProbeCode>([
  ["ENOTFOUND", "name-not-found"],
  ["ENODATA", "name-not-found"],
  ["EAI_AGAIN", "name-lookup-failed"],
  ["EAI_FAIL", "name-lookup-failed"],
  ["EAI_MEMORY", "name-lookup-failed"],
  ["ECONNREFUSED", "connection-refused"],
  ["EHOSTUNREACH", "unreachable"],
  ["EHOSTDOWN", "unreachable"],
  ["ENETUNREACH", "unreachable"],
  ["ENETDOWN", "unreachable"],
  ["EADDRNOTAVAIL", "unreachable"],
  ["ECONNRESET", "connection-reset"],
  ["ECONNABORTED", "connection-reset"],
  ["EPIPE", "connection-reset"],
  ["ETIMEDOUT", "connect-timeout"],
]);

/** What OpenSSL says when the first bytes are no TLS record: another protocol, or noise. */
const notTls =
  /wrong version number|packet length too long|http request|unknown protocol|bad record type|unexpected message|invalid alert|data length too long|record layer failure|length mismatch|bad length/i;

/** A socket's error as one of our codes. */
export function probeProblemOf(error: unknown): ProbeProblem {
  if (!(error instanceof Error)) return { code: "failed" };
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (code.startsWith("ERR_SSL_") || code.startsWith("ERR_OSSL_")) {
    const detail = "reason" in error && typeof error.reason === "string" ? error.reason : code;
    return notTls.test(detail) ? { code: "not-tls", detail } : { code: "handshake-failed", detail };
  }
  // Node's own word for a connection that ended properly, but too soon, has no system call.
  if (code === "ECONNRESET" && !("syscall" in error && error.syscall !== undefined)) return { code: "closed" };
  const known = systemCodes.get(code);
  return known === undefined ? { code: "failed", detail: (code || error.message).slice(0, 200) } : { code: known };
}
