import type { SeenCertificate } from "../description/seen-certificate.ts";
import type { RestoreProblem } from "../store/everything.ts";
import type { StoredObservation } from "../store/stored-observation.ts";

/** Why the watch list is as it was; in words, for the popup's script is small. */
export interface WatchFailure {
  readonly kind: "problem";
  readonly problem: RestoreProblem;
  readonly text: string;
}

/** What became of a wish to watch a host, or to watch it no more. */
export type WatchAnswer = { readonly kind: "watched"; readonly id: string } | WatchFailure;
export type UnwatchAnswer =
  /** `undo` is what was forgotten, for `watch-again`. */
  { readonly kind: "unwatched"; readonly id: string; readonly undo: string } | WatchFailure;
export type WatchState = WatchAnswer | { readonly kind: "not-watched" };

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
  readonly "watch-state": { readonly request: { readonly origin: string }; readonly reply: WatchState };
  /** Forgets a watched host, by its id. */
  readonly unwatch: { readonly request: { readonly id: string }; readonly reply: UnwatchAnswer };
  /** Takes an `unwatch` back. */
  readonly "watch-again": {
    readonly request: { readonly id: string; readonly undo: string };
    readonly reply: WatchAnswer;
  };
  /** Checks the watched hosts that are due, at once; answered when that has begun. */
  readonly "check-due": { readonly request: Readonly<Record<string, never>>; readonly reply: null };
}

export type MessageName = keyof Protocol;

export interface Envelope<N extends MessageName> {
  readonly notafter: N;
  readonly request: Protocol[N]["request"];
}
