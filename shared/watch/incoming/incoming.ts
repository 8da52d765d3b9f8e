import type { WatchWish } from "../add-hosts.ts";
import type { HostProblem } from "../host-list.ts";
import type { ImportProblem } from "../import-problem.ts";
import type { WatchedHost } from "../watched-host.ts";

/** A line that names no host that can be watched. */
export interface LineProblem {
  readonly code: HostProblem | "bad-starttls";
  /** Counted from 1. */
  readonly line: number;
  /** What stands there, cut where it is long. Hostile text. */
  readonly entry: string;
  /** What may be meant: a line that can be used. */
  readonly suggestion?: string;
}

/** What someone's text or file holds for the watch list. Nothing of it is kept before the user says so. */
export interface Found {
  readonly wishes: readonly WatchWish[];
  /** Hosts of our own export, with all that was known of them. */
  readonly exported: readonly WatchedHost[];
  /** DER of end-entity certificates, each once. */
  readonly leaves: readonly Uint8Array[];
  /** The first `mostProblems` of them. */
  readonly problems: readonly LineProblem[];
  readonly problemCount: number;
  /** Wildcard names of the certificates: they cover hosts, but are none that could be asked. Hostile text. */
  readonly wildcards: readonly string[];
  readonly passedOver: PassedOver;
}

/** What was in the file and is of no use here; of a private key nothing is read, let alone kept. */
export interface PassedOver {
  readonly authorities: number;
  readonly unreadable: number;
  readonly keys: number;
}

/** Why nothing of a file can be used. Closed: every code has a text in `messages/`. */
export type IncomingProblem =
  | {
      readonly code:
        | "empty"
        | "too-large"
        | "too-many-lines"
        | "no-hosts"
        | "private-key"
        | "backup"
        | "request"
        | "key-store"
        | "spreadsheet"
        | "no-end-entity"
        | "damaged-certificate"
        | "not-known";
    }
  | { readonly code: "damaged-pem"; readonly line: number }
  | { readonly code: "refused-export"; readonly problems: readonly ImportProblem[] };

export type Incoming =
  | { readonly kind: "found"; readonly found: Found }
  /** Certificates behind a passphrase: `readPkcs12` opens it, `certificatesIn` goes on. */
  | { readonly kind: "pkcs12" }
  | { readonly kind: "refused"; readonly problem: IncomingProblem };

export const nothing: Found = {
  wishes: [],
  exported: [],
  leaves: [],
  problems: [],
  problemCount: 0,
  wildcards: [],
  passedOver: { authorities: 0, unreadable: 0, keys: 0 },
};

export const found = (some: Partial<Found>): Incoming => ({ kind: "found", found: { ...nothing, ...some } });

export const refused = (
  problem: IncomingProblem | Exclude<IncomingProblem, { line: number } | { problems: unknown }>["code"],
): Incoming => ({
  kind: "refused",
  problem: typeof problem === "string" ? { code: problem } : problem,
});
