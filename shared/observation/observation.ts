/** The ways to learn a site's certificate. */
export const sourceIds = [
  "firefox-security-info",
  "chromium-security-info",
  "net-error",
  "native-host",
  "own-fetch",
  "owned",
] as const;
export type SourceId = (typeof sourceIds)[number];

/**
 * What the observer said of the certificate's trust.
 * `faulty` says that something is wrong and not what (Chromium's `broken`): the certificate itself then tells the likeliest.
 * `not-told` is the answer of a source that does not judge; it is never taken for "insecure".
 */
export const trusts = [
  "trusted",
  "untrusted",
  "wrong-name",
  "outside-validity",
  "revoked",
  "refused",
  "faulty",
  "not-told",
] as const;
export type Trust = (typeof trusts)[number];

export const isSourceId = (value: unknown): value is SourceId => sourceIds.some((id) => id === value);
export const isTrust = (value: unknown): value is Trust => trusts.some((trust) => trust === value);

/** What one certificate source saw at one origin at one time. */
export interface Observation {
  /** `https://host[:port]`, as `URL.origin` writes it. */
  readonly origin: string;
  readonly via: SourceId;
  /** Epoch milliseconds. */
  readonly seenAt: number;
  readonly trust: Trust;
  /** DER of the leaf; absent where the source tells of an error only. */
  readonly leaf?: Uint8Array;
  /** SHA-256 of `leaf`, lower-case hex. */
  readonly sha256?: string;
  /** The dates that the source gave itself, epoch milliseconds; used where the leaf cannot be read. */
  readonly notBefore?: number;
  readonly notAfter?: number;
  /** Whether the chain ends in a root that the browser ships; absent where the source cannot tell. */
  readonly publicRoot?: boolean;
  /** The browser's own words or error code, shown as they are. Hostile text. */
  readonly detail?: string;
}
