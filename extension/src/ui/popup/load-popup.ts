import distrust from "../../../generated/distrust.json";
import { certificateAccess } from "../../platform/capabilities.ts";
import { askObservation } from "../../platform/messages.ts";
import { loadSettings } from "../../platform/settings.ts";
import type { Tab } from "../../platform/tabs.ts";
import { describeCertificate } from "../certificate/describe-certificate.ts";
import { siteOf } from "../parts/site.ts";
import type { PopupState } from "./popup-state.ts";

/** What the popup shows for a tab, `now` in epoch milliseconds. */
export async function loadPopup(tab: Tab | undefined, now: number): Promise<PopupState> {
  if (tab === undefined) return { kind: "no-certificate", why: "no-tab", address: "" };
  const site = siteOf(tab.url);
  const access = await certificateAccess();
  const unknown = { kind: "unknown", why: access, privateWindow: tab.incognito, refused: false } as const;
  // Without site access the browser may keep even the tab's address to itself.
  if (tab.url === "" && access === "no-site-access") return unknown;
  if (site === undefined) {
    return {
      kind: "no-certificate",
      why: tab.url.startsWith("http:") ? "not-https" : "browser-page",
      address: tab.url,
    };
  }
  const observation = await askObservation(tab.id, site.origin);
  // A record of another origin is never shown for this one, however it came to be here.
  if (observation === undefined || observation.origin !== site.origin || saysNothing(observation)) {
    return { ...unknown, site };
  }
  const { thresholds } = await loadSettings();
  return {
    kind: "seen",
    site,
    privateWindow: tab.incognito,
    certificate: describeCertificate({ observation, now, thresholds, distrust }),
  };
}

const saysNothing = ({ leaf, notAfter, trust }: NonNullable<Awaited<ReturnType<typeof askObservation>>>): boolean =>
  leaf === undefined && notAfter === undefined && (trust === "not-told" || trust === "trusted");
