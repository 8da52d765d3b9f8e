import { newerObservation } from "../../../shared/observation/newer-observation.ts";
import type { Observation } from "../../../shared/observation/observation.ts";

/**
 * What was seen in private windows: in this script's memory only, by tab, gone with the tab or when the background is
 * stopped (the popup then offers to reload). It is the one exception to "the background holds no state".
 */
const byTab = new Map<number, Map<string, Observation>>();

export function keepPrivateObservation(tabId: number, seen: Observation): void {
  const tab = byTab.get(tabId) ?? new Map<string, Observation>();
  tab.set(seen.origin, newerObservation(tab.get(seen.origin), seen));
  byTab.set(tabId, tab);
}

export const findPrivateObservation = (tabId: number, origin: string): Observation | undefined =>
  byTab.get(tabId)?.get(origin);

export function forgetPrivateTab(tabId: number): void {
  byTab.delete(tabId);
}
