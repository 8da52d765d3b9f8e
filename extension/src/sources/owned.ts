import type { Observation } from "../../../shared/observation/observation.ts";
import type { Database } from "../store/database.ts";
import { ownedFor } from "../store/owned.ts";

const via = "owned";

/**
 * The certificate that the user imported or ordered for a host, which nobody saw there. It tells in no events and judges
 * nothing: it is asked where every other source was silent. One that has ended says nothing of a site any more.
 */
export async function ownedObservation(
  database: Database,
  origin: string,
  now: number,
): Promise<Observation | undefined> {
  const found = await ownedFor(database, new URL(origin).hostname, now);
  if (!found.ok || found.value === undefined || found.value.notAfter < now) return undefined;
  const { leaf, sha256, addedAt } = found.value;
  return { origin, via, seenAt: addedAt, trust: "not-told", leaf, sha256 };
}
