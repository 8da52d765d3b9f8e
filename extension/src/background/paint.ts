import { productName } from "../../../shared/messages/en/product.ts";
import { titleSentence } from "../../../shared/messages/en/verdict.ts";
import type { DistrustedIssuer } from "../../../shared/renewal/distrust.ts";
import { badgeFor, noBadge } from "../../../shared/verdict/badge.ts";
import { judge } from "../../../shared/verdict/judge.ts";
import distrust from "../../generated/distrust.json";
import { showOnButton } from "../platform/action.ts";
import { formatDay } from "../platform/dates.ts";
import { loadSettings } from "../platform/settings.ts";
import { tabById } from "../platform/tabs.ts";
import { findObservationFor } from "../store/tab-observations.ts";

/** The number of the latest paint of each tab: an older one that is still waiting for the store must not overpaint it. */
const latest = new Map<number, number>();

/** Paints badge and title of a tab from what is known of its origin. */
export async function paint(tabId: number): Promise<void> {
  const turn = (latest.get(tabId) ?? 0) + 1;
  latest.set(tabId, turn);
  const tab = await tabById(tabId);
  if (tab === undefined) {
    latest.delete(tabId);
    return;
  }
  const url = URL.canParse(tab.url) ? new URL(tab.url) : undefined;
  if (url?.protocol !== "https:") return showOnButton(tabId, noBadge, productName);
  const [observation, { thresholds }] = await Promise.all([findObservationFor(tabId, url.origin), loadSettings()]);
  if (latest.get(tabId) !== turn) return;
  const verdict = judge({ observation, now: Date.now(), thresholds, distrust: knownDistrust });
  await showOnButton(tabId, badgeFor(verdict), titleSentence({ host: url.host, verdict, formatDate: formatDay }));
}

/** Written by the build from the authorities' files and checked there. */
const knownDistrust: readonly DistrustedIssuer[] = distrust;
