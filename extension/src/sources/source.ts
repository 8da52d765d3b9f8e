import type { Observation, SourceId } from "../../../shared/observation/observation.ts";

/** Takes what a source saw in a tab. */
export type Tell = (tabId: number, seen: Observation) => void;

/** Takes a source's listeners away again. */
export type Stop = () => void;

/** One way to learn a site's certificate from the browser. */
export interface CertificateSource {
  readonly id: SourceId;
  /**
   * Registers its listeners, synchronously: the background may just have been started for the event they wait for.
   * Returns nothing where the browser's events are not there (yet): in Firefox their permission is optional.
   */
  start(tell: Tell): Stop | undefined;
}
