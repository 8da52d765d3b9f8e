import type { SeenCertificate } from "../description/seen-certificate.ts";
import type { StoreProblem } from "../store/store-problem.ts";
import type { StoredObservation } from "../store/stored-observation.ts";

/** What became of a wish to watch a host, or to watch it no more. */
export type WatchAnswer =
  | { readonly kind: "watched"; readonly id: string }
  | { readonly kind: "problem"; readonly problem: StoreProblem };
export type UnwatchAnswer =
  | { readonly kind: "unwatched"; readonly id: string }
  | { readonly kind: "problem"; readonly problem: StoreProblem };

/** An origin in a tab: a private tab's observation is kept for that tab alone. */
interface Place {
  readonly tabId: number;
  readonly origin: string;
}

/** Every message between the extension's own pages and its background: request and reply by name. */
export interface Protocol {
  readonly observation: { readonly request: Place; readonly reply: StoredObservation | null };
  readonly description: { readonly request: Place; readonly reply: SeenCertificate | null };
  /** Puts the origin on the watch list with what is known of it. */
  readonly watch: { readonly request: Place; readonly reply: WatchAnswer };
  /** Forgets a watched host, by its id. */
  readonly unwatch: { readonly request: { readonly id: string }; readonly reply: UnwatchAnswer };
  /** Checks the watched hosts that are due, at once; answered when that has begun. */
  readonly "check-due": { readonly request: Readonly<Record<string, never>>; readonly reply: null };
}

export type MessageName = keyof Protocol;

export interface Envelope<N extends MessageName> {
  readonly notafter: N;
  readonly request: Protocol[N]["request"];
}
