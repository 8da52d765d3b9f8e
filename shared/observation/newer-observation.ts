import type { Observation } from "./observation.ts";

/**
 * Which of two observations of one origin to keep: the later one, except that a source that was told nothing does not
 * wipe out what was seen.
 */
export function newerObservation(known: Observation | undefined, seen: Observation): Observation {
  if (known === undefined) return seen;
  if (seen.leaf === undefined && seen.trust === "not-told") return known;
  return seen;
}
