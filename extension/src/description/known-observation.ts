import type { Observation } from "../../../shared/observation/observation.ts";
import { targetOf } from "../../../shared/watch/host-address.ts";
import { targetKey } from "../../../shared/watch/host-list.ts";
import { lastSeenObservation } from "../../../shared/watch/last-seen.ts";
import { loadSettings, type Settings } from "../platform/settings.ts";
import { ownedObservation } from "../sources/owned.ts";
import { existingDatabase } from "../store/connection.ts";
import type { Database } from "../store/database.ts";
import { findCertificate } from "../store/shown-certificates.ts";
import { findObservationFor } from "../store/tab-observations.ts";
import { findWatchedHost } from "../store/watch-list.ts";
import { tellsSomething } from "./tells-something.ts";

export interface Known {
  readonly observation: Observation | undefined;
  readonly settings: Settings;
}

/**
 * What is known of an origin for a tab: what a source saw in this session, else what the watch list last saw, else what the
 * user's own certificate says. The database is not asked where the session has the answer: the badge waits for this.
 */
export async function knownObservation(tabId: number, origin: string, now: number): Promise<Known> {
  const [seen, settings] = await Promise.all([findObservationFor(tabId, origin), loadSettings()]);
  if (seen !== undefined && tellsSomething(seen)) return { observation: seen, settings };
  return { observation: (await recorded(origin, settings, now)) ?? seen, settings };
}

/** A database that does not open tells nothing here; the pages that work with it say why. */
async function recorded(origin: string, { sources }: Settings, now: number): Promise<Observation | undefined> {
  const opened = await existingDatabase();
  if (!opened?.ok) return undefined;
  return (
    (await watched(opened.value, origin, now)) ??
    (sources.owned ? await ownedObservation(opened.value, origin, now) : undefined)
  );
}

async function watched(database: Database, origin: string, now: number): Promise<Observation | undefined> {
  const host = await findWatchedHost(database, targetKey(targetOf(origin)));
  if (!host.ok || host.value?.lastSeen === undefined) return undefined;
  const { sha256 } = host.value.lastSeen;
  const leaf = sha256 === undefined ? undefined : await findCertificate(database, sha256);
  return lastSeenObservation(origin, host.value, leaf?.ok ? leaf.value : undefined, now);
}
