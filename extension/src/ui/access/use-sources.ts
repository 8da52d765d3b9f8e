import { useEffect, useState } from "preact/hooks";
import type { SourceId } from "../../../../shared/observation/observation.ts";
import { installCommand } from "../../platform/install-command.ts";
import { pageAddress } from "../../platform/page-address.ts";
import { requestSiteAccess } from "../../platform/permissions.ts";
import { report } from "../../platform/report.ts";
import { loadSettings, onSettingsChanged, type Settings, switchSource } from "../../platform/settings.ts";
import { isFirefox } from "../../platform/which-browser.ts";
import { database } from "../../store/connection.ts";
import { allObservations, onObservations } from "../../store/observations.ts";
import { countRecords } from "../../store/record-counts.ts";
import { onWatchNews } from "../../store/watch-news.ts";
import { type SourcesActions, type SourcesView, sourcesOf } from "./sources-view.ts";
import { useAccess } from "./use-access.ts";
import { useNativeHost } from "./use-native-host.ts";

/** Every certificate source of this browser, followed while permissions, settings and what is stored change. */
export function useSources(): readonly [view: SourcesView | undefined, actions: SourcesActions] {
  const [access, accessActions] = useAccess();
  const [host, { turnHost, lookAtHost }] = useNativeHost();
  const [switches, setSwitches] = useState<Settings["sources"]>();
  const [seen, setSeen] = useState<ReadonlySet<SourceId>>(new Set());
  const [owned, setOwned] = useState<number>();
  const [refused, setRefused] = useState<SourceId>();

  useEffect(() => {
    const follow = (what: string, read: () => Promise<void>) => () =>
      void read().catch((error: unknown) => report(what, error));
    const readSwitches = follow("reading the settings", async () => setSwitches((await loadSettings()).sources));
    const readSeen = follow("reading what was seen", async () =>
      setSeen(new Set((await allObservations()).map(({ via }) => via))),
    );
    const readOwned = follow("counting certificates", async () => {
      const opened = await database();
      const counted = opened.ok ? await countRecords(opened.value) : opened;
      // A store that does not open says so where the data is.
      if (counted.ok) setOwned(counted.value.owned);
    });
    for (const read of [readSwitches, readSeen, readOwned]) read();
    onSettingsChanged(readSwitches);
    const stops = [onObservations(readSeen), onWatchNews(readOwned)];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);

  const turnSource = (id: SourceId, on: boolean): void => {
    if (id === "native-host") {
      turnHost(on);
      return;
    }
    const keep = (given: boolean) => {
      setRefused(given ? undefined : id);
      return given ? switchSource(id, on) : undefined;
    };
    // As for the companion program: asked for straight from the click.
    const asks = on && id !== "owned" && access?.siteAccess === false;
    const allowed = asks ? requestSiteAccess() : Promise.resolve(true);
    allowed.then(keep).catch((error: unknown) => report(`switching ${id}`, error));
  };

  const actions = { ...accessActions, turnSource, lookAtHost };
  if (access === undefined || host === undefined || switches === undefined) return [undefined, actions];
  const sources = sourcesOf(isFirefox).map((id) => ({
    id,
    facts: {
      on: id === "native-host" ? host.on : switches[id],
      refused: id === "native-host" ? host.refused : refused === id,
      siteAccess: access.siteAccess,
      certificates: access.certificates,
      delivered: seen.has(id),
      host: host.state,
      hostWaits: host.waits,
      owned,
    },
  }));
  const dashboard = `/${pageAddress.dashboard()}`;
  return [{ access, sources, firefox: isFirefox, command: installCommand(), dashboard }, actions];
}
