import type { Observation } from "../../../shared/observation/observation.ts";
import { type Tab, tabById } from "../platform/tabs.ts";
import { findObservation, keepObservation } from "./observations.ts";
import { findPrivateObservation, keepPrivateObservation } from "./private-observations.ts";

/**
 * Keeps what was seen in a tab where its kind of window allows: a private one in memory, any other in the session.
 * Gives the tab as it is now; nothing when it was closed, since whether it was private can then no longer be told.
 */
export async function keepObservationOf(tabId: number, seen: Observation): Promise<Tab | undefined> {
  const tab = await tabById(tabId);
  if (tab === undefined) return undefined;
  if (tab.incognito) keepPrivateObservation(tabId, seen);
  else await keepObservation(seen);
  return tab;
}

/** What is known of the origin for this tab: what was seen in it when it is private, else what was seen in any other. */
export const findObservationFor = async (tabId: number, origin: string): Promise<Observation | undefined> =>
  findPrivateObservation(tabId, origin) ?? findObservation(origin);
