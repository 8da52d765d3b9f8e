import type { DistinguishedName } from "../certificate/certificate.ts";
import type { SourceId, Trust } from "../observation/observation.ts";
import type { Level, Reason, Thresholds } from "../verdict/verdict.ts";
import type { Target } from "./host-list.ts";

/** What the last check that saw a certificate found. The DER is kept apart, by `sha256`: a table of hosts needs none. */
export interface SeenCertificate {
  /** SHA-256 of the leaf, lower-case hex; absent where the source told of an error only. */
  readonly sha256?: string;
  /** Epoch milliseconds; absent where no source gave dates. */
  readonly notBefore?: number;
  readonly notAfter?: number;
  /** Hostile text. */
  readonly issuer?: DistinguishedName;
  /** The DNS names and addresses of the certificate, at most `mostNames`. Hostile text. */
  readonly names: readonly string[];
  readonly trust: Trust;
  readonly via: SourceId;
  /** Epoch milliseconds. */
  readonly seenAt: number;
  /** What `judge` holds against the certificate beside its dates, gravest first: within its validity, and outside of it. */
  readonly faults: readonly Reason[];
  readonly faultsOutside: readonly Reason[];
  /** The level where there are no dates to judge. */
  readonly undated?: Level;
}

export interface LastCheck {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly outcome: "seen" | "failed";
  /** Why it failed: a code or the other side's own words. Hostile text. */
  readonly detail?: string;
}

/** A host of the watch list: one record of the store. */
export interface WatchedHost extends Target {
  /** `targetKey` of the address: one record an address, whoever adds it. */
  readonly id: string;
  /** Epoch milliseconds. */
  readonly addedAt: number;
  readonly note: string;
  readonly owner: string;
  readonly tags: readonly string[];
  /** The user's own thresholds for this host; absent: the settings'. */
  readonly thresholds?: Thresholds;
  /** No notification before this moment, epoch milliseconds. */
  readonly snoozedUntil?: number;
  readonly lastCheck?: LastCheck;
  readonly lastSeen?: SeenCertificate;
  /** Checks that failed since the last that did not. */
  readonly failures: number;
  /** Epoch milliseconds. */
  readonly nextCheckAt: number;
}

/** Certificates with more names than this are searched by the first of them. */
export const mostNames = 100;
