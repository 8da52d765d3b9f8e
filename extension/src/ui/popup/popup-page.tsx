import { useEffect, useState } from "preact/hooks";
import { fileOf } from "../../../../shared/guide/personalisation.ts";
import { pageAddress } from "../../platform/page-address.ts";
import { requestSiteAccess } from "../../platform/permissions.ts";
import { reloadTab } from "../../platform/reload-tab.ts";
import { report } from "../../platform/report.ts";
import { currentTab, openExtensionPage, type Tab } from "../../platform/tabs.ts";
import { loadPopup } from "./load-popup.ts";
import { Popup } from "./popup.tsx";
import type { PopupActions, PopupState } from "./popup-state.ts";
import { useWatching } from "./use-watching.ts";

/** The popup with the browser behind it. */
export function PopupPage() {
  const [state, setState] = useState<PopupState>({ kind: "loading" });
  const [tab, setTab] = useState<Tab>();

  const load = async () => {
    try {
      const current = await currentTab();
      setTab(current);
      setState(await loadPopup(current));
    } catch (error) {
      report("reading the tab", error);
      setState({ kind: "failed" });
    }
  };
  useEffect(() => void load(), []);

  const site = "site" in state ? state.site : undefined;
  const failed = (doing: string) => (error: unknown) => {
    report(doing, error);
    setState({ kind: "failed" });
  };
  const [watching, watchActions] = useWatching(
    site && tab && { tabId: tab.id, origin: site.origin, privateWindow: tab.incognito },
  );
  const open = (path: string) => void openExtensionPage(path).then(() => window.close(), failed("opening a page"));
  const actions: PopupActions = {
    // The permission is asked for before anything is awaited: the browsers want it straight from the click.
    allowAccess: () =>
      void requestSiteAccess().then(
        (given) => (given || state.kind !== "unknown" ? load() : setState({ ...state, refused: true })),
        failed("asking for site access"),
      ),
    reload: () => void (tab && reloadTab(tab.id).then(() => window.close(), failed("loading the page again"))),
    renew: () => open(pageAddress.renewal(site?.origin, tab?.id)),
    openGuide: () =>
      open(pageAddress.guide({ values: site === undefined ? {} : { domain: site.host, file: fileOf(site.host) } })),
    openSettings: () => open(pageAddress.options),
    openWatchList: () => open(pageAddress.dashboard(watching?.kind === "watched" ? watching.id : undefined)),
    openHostSettings: () => open(`${pageAddress.options}#companion`),
  };
  return <Popup state={state} actions={actions} watching={watching} watchActions={watchActions} />;
}
