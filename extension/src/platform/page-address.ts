import type { Task } from "../../../shared/guide/guide.ts";
import { type Personalisation, writeFragment } from "../../../shared/guide/personalisation.ts";

export const addFragment = "#add";

/**
 * Addresses of the extension's own pages, from its root. What a page is about stands in the fragment, as at the help
 * center; which guide is wanted stands in the query (`p=nginx/install`), where a look at the address tells it.
 */
export const pageAddress = {
  options: "options.html",
  welcome: "tabs/welcome.html",

  /** `tabId` lets a private tab's certificate be found: it is kept for that tab alone. */
  renewal(origin?: string, tabId?: number): string {
    if (origin === undefined) return "tabs/renewal.html";
    return `tabs/renewal.html#origin=${encodeURIComponent(origin)}${tabId === undefined ? "" : `&tab=${tabId}`}`;
  },

  /** With a watched host's id: its details beside the table. */
  dashboard(hostId?: string): string {
    return `tabs/dashboard.html${hostId === undefined ? "" : `#host=${encodeURIComponent(hostId)}`}`;
  },

  /** The dashboard with its dialog for adding hosts open. */
  addHosts: `tabs/dashboard.html${addFragment}`,

  /** Without a platform: the chooser. */
  guide(personalisation: Personalisation, platform?: string, task: Task = "install"): string {
    return `tabs/guide.html${platform === undefined ? "" : `?p=${platform}/${task}`}${writeFragment(personalisation)}`;
  },
};

/** Reads what `pageAddress.renewal` wrote; an origin that is not one, or not https, is left out. Percent-encoding is optional. */
export function readRenewalAddress(fragment: string): { readonly origin?: string; readonly tabId: number } {
  const given = new URLSearchParams(fragment.replace(/^#/, ""));
  const origin = given.get("origin") ?? "";
  const tab = given.get("tab") ?? "";
  const tabId = /^\d{1,15}$/.test(tab) ? Number(tab) : -1;
  const valid = URL.canParse(origin) && new URL(origin).protocol === "https:" && new URL(origin).origin === origin;
  return valid ? { origin, tabId } : { tabId };
}
