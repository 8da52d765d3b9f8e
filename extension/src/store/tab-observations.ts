import type { Observation } from "../../../shared/observation/observation.ts";
import { tabById } from "../platform/tabs.ts";
import { findObservation, keepObservation } from "./observations.ts";
import { findPrivateObservation, keepPrivateObservation } from "./private-observations.ts";

/** Keeps what was seen in a tab where its kind of window allows: a private one in memory, any other in the session. */
export async function keepObservationOf(tabId: number, seen: Observation): Promise<void> {
  const tab = await tabById(tabId);
  if (tab === undefined) return; // closed already: whether it was private can no longer be told
  if (tab.incognito) keepPrivateObservation(tabId, seen);
  else await keepObservation(seen);
}

/** What is known of the origin for this tab. A private tab sees its own observations only. */
export async function findObservationFor(tabId: number, origin: string): Promise<Observation | undefined> {
  const tab = await tabById(tabId);
  return tab?.incognito ? findPrivateObservation(tabId, origin) : findObservation(origin);
}
