import type { SourceId } from "../../../../../shared/observation/observation.ts";

import type { AdviceId } from "../../../../../shared/renewal/advice.ts";
import type { Route } from "../../../../../shared/renewal/authority.ts";

/** Texts of the popup. */
export const popupTexts = {
  settings: "Settings",
  watchList: "Watch list",
  watch: {
    star: "Watch",
    added: "On the watch list now.",
    notices: {
      notified: "You are notified when renewal is due.",
      refused: "You are not notified; badge and watch list still tell.",
      "switched-off": "You are not notified: that is off in the settings.",
    },
    forgotten: "Not watched any more.",
    undo: "Undo",
    askPrivate: "The watch list outlives this private window. Watch it all the same?",
    yes: "Watch it",
    no: "Leave it",
    failed: "It failed. Nothing was changed. Try again.",
  },
  privateWindow: "Private window: shown here, kept nowhere.",
  port: (port: string) => `port ${port}`,
  alsoWritten: (aLabel: string) => `In DNS and in certificates: ${aLabel}`,

  until: "until",
  since: "ended on",
  from: "valid from",
  issued: "issued",
  ends: "ends",
  ended: "ended",
  noDates: "The browser did not tell its dates.",
  expiredHead: "Expired",
  notYetValidHead: "Not valid yet",
  brokenHead: "Not accepted",
  unknownHead: "Not known",
  expiredAgo: (time: string) => `Expired ${time} ago`,
  allWell: "Nothing to do. Renewal is not due yet.",

  renew: "Renew this certificate",
  guide: "Installation guide",

  issuer: "Issued by",
  issuerEmpty: "an issuer without a name",
  issuerKnown: (name: string, route: string) => `${name} · ${route}`,
  routes: {
    renew: "renew on order",
    reissue: "reissue within the plan",
    automated: "automated",
    managed: "renewed by the host",
    discontinued: "no longer issues",
  } satisfies Record<Route, string>,
  issuerPrivate: {
    "self-signed": "signed by itself",
    "private-root": "private authority",
    "untrusted-issuer": "private or unknown authority",
  } satisfies Record<Exclude<AdviceId, "unknown">, string>,
  names: "Names",
  noNames: "none",
  more: (count: string) => `and ${count} more`,
  copyNames: "Copy all names",
  fingerprint: "SHA-256",
  fingerprintSubject: "the SHA-256 fingerprint",
  seen: (ago: string, source: string) => `Seen ${ago} ${source}.`,
  ofRecords: (ago: string) => `From your own records, added ${ago}. The site’s own was not seen.`,
  sources: {
    "firefox-security-info": "by Firefox",
    "chromium-security-info": "by Chromium",
    "net-error": "on the browser’s error page",
    "native-host": "by the native host",
    "own-fetch": "by a check of NotAfter’s own",
    owned: "in your own records",
  } satisfies Record<SourceId, string>,

  loading: "Looking for the certificate…",
  failed: "NotAfter could not read this tab. Nothing was changed. Close this window, reload the page and try again.",

  notHttps: "This page came without TLS, so it has no certificate.",
  notHttpsNext: "If the site also answers under https://, open it there.",
  browserPage: "This is a page of the browser’s own. It has no certificate.",
  openSite: "Open a site that starts with https:// and click the icon again.",
  noTab: "That tab is closed.",

  unknown: {
    "no-site-access": {
      sentence: "NotAfter may not look at this site’s certificate yet.",
      why: "With site access it sees which certificate each https site shows you. It reads no page, and nothing leaves this browser.",
    },
    "flag-off": {
      sentence: "This browser keeps certificates from extensions until a setting is changed.",
      why: "A companion program on this computer can look instead. Or copy the address, open it in a new tab, choose “Enabled” and restart the browser. That setting is experimental. Errors such as an expired certificate are shown without either.",
    },
    "not-told-yet": {
      sentence: "This page was opened before NotAfter was looking.",
      why: "Load it once more, and its certificate appears here.",
    },
    works: {
      sentence: "The browser has not told NotAfter about this site’s certificate.",
      why: "That happens with pages that come from the cache. Load it once more.",
    },
  },
  unknownPrivate: {
    sentence: "NotAfter does not know this page’s certificate.",
    why: "What it sees in a private window it forgets after a short rest. Load the page once more, and its certificate appears here.",
  },
  unknownHost: {
    on: {
      sentence: "The companion program has not told about this site’s certificate.",
      why: "The site may not answer it, or this page was opened before it was asked. Load the page once more.",
    },
    failing: {
      sentence: "The companion program does not answer as it should.",
      why: "Nothing was lost. Its state and the next step stand in the settings. Loading the page once more asks it again.",
    },
    private: {
      sentence: "The companion program is told nothing of private windows.",
      why: "It works outside the browser. With the browser’s own setting this certificate is seen without it: copy the address, open it in a new tab, choose “Enabled” and restart the browser.",
    },
  },
  useHost: "Use the companion program",
  hostState: "See its state",
  allow: "Allow site access",
  refused: "Site access was not given. You can allow it whenever you like.",
  flagAddress: "chrome://flags/#web-request-security-info",
  copyFlag: "Copy the address",
  reload: "Reload the page",
  renewAnyway: "Make a key and request anyway",
};
