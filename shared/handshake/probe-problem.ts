/** Why a server's certificate could not be learnt. Closed: every code has a text in `messages/`. */
export const probeCodes = [
  "name-not-found",
  "name-lookup-failed",
  "connection-refused",
  "unreachable",
  "connection-reset",
  "closed",
  "connect-timeout",
  "starttls-timeout",
  "handshake-timeout",
  "starttls-refused",
  "starttls-unexpected",
  "not-tls",
  "handshake-failed",
  "no-certificate",
  "cancelled",
  "failed",
] as const;

export type ProbeCode = (typeof probeCodes)[number];

export interface ProbeProblem {
  readonly code: ProbeCode;
  /** The server's or the system's own words. Hostile text. */
  readonly detail?: string;
}
