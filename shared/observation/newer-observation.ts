import type { Observation } from "./observation.ts";

/** Milliseconds between what two sources tell of one visit: an error page comes at once, or after a slow handshake. */
const sameVisit = 5_000;

/**
 * What to keep of two observations of one origin: the later one, except that a source that was told nothing does not
 * wipe out what was seen, and that a browser's refusal joins the certificate that the native host saw on the same visit.
 */
export function newerObservation(known: Observation | undefined, seen: Observation): Observation {
  if (known === undefined) return seen;
  if (seen.leaf === undefined && seen.trust === "not-told") return known;
  if (seen.via === "net-error" && known.via === "native-host" && seen.seenAt - known.seenAt < sameVisit) {
    const { seenAt, trust, detail } = seen;
    return { ...known, seenAt, trust, ...(detail !== undefined && { detail }) };
  }
  return seen;
}
