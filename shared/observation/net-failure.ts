import type { LookCode } from "./look-problem.ts";

/** Chromium's constants (net/base/net_error_list.h) and Firefox' (xpcom/base/ErrorList.py, netwerk). */
const failures: ReadonlyMap<string, LookCode> = new Map([
  ["ERR_NAME_NOT_RESOLVED", "name-not-found"],
  ["ERR_NAME_RESOLUTION_FAILED", "name-lookup-failed"],
  ["ERR_INTERNET_DISCONNECTED", "offline"],
  ["ERR_NETWORK_CHANGED", "offline"],
  ["ERR_CONNECTION_REFUSED", "connection-refused"],
  ["ERR_CONNECTION_RESET", "connection-reset"],
  ["ERR_CONNECTION_ABORTED", "connection-reset"],
  ["ERR_CONNECTION_CLOSED", "closed"],
  ["ERR_EMPTY_RESPONSE", "closed"],
  ["ERR_CONNECTION_TIMED_OUT", "connect-timeout"],
  ["ERR_TIMED_OUT", "timed-out"],
  ["ERR_ADDRESS_UNREACHABLE", "unreachable"],
  ["ERR_UNSAFE_PORT", "blocked-port"],
  ["ERR_SSL_PROTOCOL_ERROR", "not-tls"],
  ["ERR_SSL_VERSION_OR_CIPHER_MISMATCH", "handshake-failed"],
  ["NS_ERROR_UNKNOWN_HOST", "name-not-found"],
  ["NS_ERROR_OFFLINE", "offline"],
  ["NS_ERROR_CONNECTION_REFUSED", "connection-refused"],
  ["NS_ERROR_NET_RESET", "connection-reset"],
  ["NS_ERROR_NET_INTERRUPT", "closed"],
  ["NS_ERROR_NET_EMPTY_RESPONSE", "closed"],
  ["NS_ERROR_NET_TIMEOUT", "connect-timeout"],
  ["NS_ERROR_PORT_ACCESS_NOT_ALLOWED", "blocked-port"],
]);

/** What kept a request from its answer, by what `webRequest.onErrorOccurred` says (see `refusalOf`). */
export function netFailure(error: string): { readonly code: LookCode; readonly detail?: string } {
  const code = failures.get(error.replace(/^net::/, ""));
  if (code !== undefined) return { code };
  // A sentence: Firefox' TLS library speaks of a handshake.
  return { code: /\s/.test(error) ? "handshake-failed" : "failed", ...(error !== "" && { detail: error }) };
}
