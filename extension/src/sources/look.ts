import type { LookProblem } from "../../../shared/observation/look-problem.ts";
import type { Observation, SourceId } from "../../../shared/observation/observation.ts";
import type { Result } from "../../../shared/result.ts";
import type { Target } from "../../../shared/watch/host-list.ts";

/**
 * Asks for the certificate at an address, without a tab. Gives what was seen, which is a refusal without a certificate
 * where the browser tells no more. When the signal ends it, the problem is `timed-out`.
 */
export type Look = (target: Target, signal: AbortSignal) => Promise<Result<Observation, LookProblem>>;

export interface LookSource {
  readonly id: SourceId;
  readonly look: Look;
}

/** `https://host[:port]` of a target: how observations name where they were made, whatever the protocol. */
export const originOf = ({ host, port }: Target): string => new URL(`https://${host}:${port}`).origin;
