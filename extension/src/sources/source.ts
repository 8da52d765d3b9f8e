import type { Observation, SourceId } from "../../../shared/observation/observation.ts";

/** Takes what a source saw in a tab. */
export type Tell = (tabId: number, seen: Observation) => void;

/** One way to learn a site's certificate from the browser. */
export interface CertificateSource {
  readonly id: SourceId;
  /**
   * Registers its listeners, synchronously: the background may just have been started for the event they wait for.
   * Returns false where the browser's events are not there (yet): the permission is optional.
   */
  start(tell: Tell): boolean;
}
