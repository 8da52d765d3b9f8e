import { httpsOrigin } from "../../../shared/observation/https-origin.ts";
import type { Observation } from "../../../shared/observation/observation.ts";
import { describeSite } from "../description/describe-site.ts";
import { knownObservation } from "../description/known-observation.ts";
import { onCommitted, onInstalled, onTabChanged, onTabClosed } from "../platform/events.ts";
import { onPermissionsChanged } from "../platform/permissions.ts";
import { report } from "../platform/report.ts";
import { serveMessages } from "../platform/serve-messages.ts";
import { onSettingsChanged } from "../platform/settings.ts";
import { allTabs, openExtensionPage } from "../platform/tabs.ts";
import { onObservations } from "../store/observations.ts";
import { forgetPrivateTab } from "../store/private-observations.ts";
import { storeObservation } from "../store/stored-observation.ts";
import { keepObservationOf } from "../store/tab-observations.ts";
import { onWatchNews } from "../store/watch-news.ts";
import { forgetPaint, paint } from "./paint.ts";
import { refreshTabs } from "./refresh-tabs.ts";
import { followSwitches, startSources } from "./start-sources.ts";
import { keepVisited } from "./visited.ts";
import { catchUpWatchList, checkForUser, listenForWatchList } from "./watch-events.ts";
import { unwatch, watchAgain, watchOrigin, watchState } from "./watch-host.ts";

// Wiring only. Everything registers synchronously: this script may have been started for the event that is waiting.

const take = async (tabId: number, seen: Observation): Promise<void> => {
  const tab = await keepObservationOf(tabId, seen);
  // Before the commit the tab still shows the page before; the commit paints then.
  if (tab !== undefined && httpsOrigin(tab.url) === seen.origin) await paint(tab);
  if (tab?.incognito === false) await keepVisited(seen, Date.now());
};

const listen = (): void => {
  startSources(take);
  onCommitted(paint);
};

const paintAll = async (): Promise<void> => {
  for (const tab of await allTabs()) await paint(tab);
};

listen();
listenForWatchList();
onPermissionsChanged(() => {
  listen();
  catchUpWatchList();
  return paintAll();
});
onTabChanged(paint);
onTabClosed((tabId) => {
  forgetPrivateTab(tabId);
  forgetPaint(tabId);
});
onSettingsChanged(() => {
  catchUpWatchList();
  followSwitches(take)
    .then(paintAll)
    .catch((error) => report("following the settings", error));
});
onObservations((what) => {
  if (what === "forgotten") paintAll().catch((error) => report("painting what is known", error));
});
onWatchNews((news) => {
  refreshTabs(news).catch((error) => report("painting what the watch list tells", error));
});
onInstalled(() => openExtensionPage("tabs/welcome.html"));
serveMessages({
  observation: async ({ tabId, origin }) => {
    const { observation } = await knownObservation(tabId, origin, Date.now());
    return observation === undefined ? null : storeObservation(observation);
  },
  description: ({ tabId, origin }) => describeSite(tabId, origin, Date.now()),
  watch: async ({ tabId, origin }) => {
    const answer = await watchOrigin(tabId, origin, Date.now());
    if (answer.kind === "watched") checkForUser();
    return answer;
  },
  "watch-state": ({ origin }) => watchState(origin),
  unwatch: ({ id }) => unwatch(id),
  "watch-again": ({ id, undo }) => watchAgain(id, undo),
  "check-due": async () => {
    checkForUser();
    return null;
  },
});
