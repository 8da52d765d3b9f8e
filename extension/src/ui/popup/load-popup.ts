import { certificateAccess } from "../../platform/capabilities.ts";
import { askDescription, askObservation } from "../../platform/messages.ts";
import type { Tab } from "../../platform/tabs.ts";
import { hostUse } from "../../sources/host-use.ts";
import { siteOf } from "../parts/site.ts";
import type { PopupState } from "./popup-state.ts";

/** What the popup shows for a tab. */
export async function loadPopup(tab: Tab | undefined): Promise<PopupState> {
  if (tab === undefined) return { kind: "no-certificate", why: "no-tab" };
  const site = siteOf(tab.url);
  const certificate = site && (await askDescription(tab.id, site.origin));
  if (site !== undefined && certificate !== undefined) {
    return { kind: "seen", site, privateWindow: tab.incognito, certificate };
  }
  // Without site access the browser may keep even the tab's address to itself.
  if (site === undefined && tab.url !== "") {
    return { kind: "no-certificate", why: tab.url.startsWith("http:") ? "not-https" : "browser-page" };
  }
  return {
    kind: "unknown",
    why: await certificateAccess(site && (await askObservation(tab.id, site.origin))),
    host: await hostUse(),
    ...(site !== undefined && { site }),
    privateWindow: tab.incognito,
    refused: false,
  };
}
