import type { SeenCertificate } from "../description/seen-certificate.ts";
import type { StoredObservation } from "../store/stored-observation.ts";

/** Every message between the extension's own pages and its background: request and reply by name. */
export interface Protocol {
  readonly observation: {
    readonly request: { readonly tabId: number; readonly origin: string };
    readonly reply: StoredObservation | null;
  };
  readonly description: {
    readonly request: { readonly tabId: number; readonly origin: string };
    readonly reply: SeenCertificate | null;
  };
}

export type MessageName = keyof Protocol;

export interface Envelope<N extends MessageName> {
  readonly notafter: N;
  readonly request: Protocol[N]["request"];
}
