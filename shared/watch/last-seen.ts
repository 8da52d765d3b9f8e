import type { Observation } from "../observation/observation.ts";
import type { WatchedHost } from "./watched-host.ts";

/** Hosts are checked daily: what is older than this was not confirmed for long, and a renewal may lie between. */
const longestMemory = 7 * 86_400_000;

/**
 * What the watch list last saw at a host's origin, as an observation of that time. Undefined where it gives no dates, is too
 * old, or where the certificate has ended since: by now another one will be served, or the browser refuses the page and
 * says so itself. `leaf` is DER where it was kept, `now` epoch milliseconds.
 */
export function lastSeenObservation(
  origin: string,
  { lastSeen }: Pick<WatchedHost, "lastSeen">,
  leaf: Uint8Array | undefined,
  now: number,
): Observation | undefined {
  if (lastSeen?.notBefore === undefined || lastSeen.notAfter === undefined) return undefined;
  const { sha256, notBefore, notAfter, trust, via, seenAt } = lastSeen;
  if (now - seenAt > longestMemory || (seenAt <= notAfter && notAfter < now)) return undefined;
  return {
    origin,
    via,
    seenAt,
    trust,
    notBefore,
    notAfter,
    ...(sha256 !== undefined && { sha256 }),
    ...(leaf !== undefined && { leaf }),
  };
}
