import { httpsOrigin } from "../../../shared/observation/https-origin.ts";
import type { Observation } from "../../../shared/observation/observation.ts";
import { targetOf } from "../../../shared/watch/host-address.ts";
import { targetKey } from "../../../shared/watch/host-list.ts";
import { allTabs } from "../platform/tabs.ts";
import { findObservation, keepObservation } from "../store/observations.ts";
import type { WatchNews } from "../store/watch-news.ts";
import { paint } from "./paint.ts";

/** What a check without a tab saw stands for a site that was visited in this session, too: its badge is of today. */
export async function keepForVisited(seen: Observation): Promise<void> {
  if ((await findObservation(seen.origin)) !== undefined) await keepObservation(seen);
}

/** Paints the tabs again that show a host of which the watch list was written. */
export async function refreshTabs(news: WatchNews): Promise<void> {
  for (const tab of await allTabs()) {
    const origin = httpsOrigin(tab.url);
    if (origin === undefined) continue;
    if (news === "everything" || news.includes(targetKey(targetOf(origin)))) await paint(tab);
  }
}
