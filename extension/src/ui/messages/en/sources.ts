import type { SourceId } from "../../../../../shared/observation/observation.ts";
import type { SourceState } from "../../access/source-state.ts";

/** States whose words are the same for every source. */
type CommonState = Exclude<SourceState, "ready" | "works" | "flag-off">;

/** Texts about the certificate sources: for the settings. */
export const sourceTexts = {
  title: "Where certificates come from",
  lead: "Each source has its own switch. A source that is off is not asked. What it told before stays on screen until the browser is closed.",

  names: {
    "firefox-security-info": "Firefox",
    "chromium-security-info": "This browser",
    "net-error": "The browser’s error pages",
    "native-host": "Companion program",
    "own-fetch": "Checks without a tab",
    owned: "Certificates that you gave",
  } satisfies Record<SourceId, string>,

  what: {
    "firefox-security-info":
      "Gives each page’s certificate and whether Firefox accepts it. It sees the host name and the certificate of each https site that you open.",
    "chromium-security-info":
      "Gives each page’s certificate and whether the browser accepts it. It sees the host name and the certificate of each https site that you open.",
    "net-error":
      "Tells that the browser refused a certificate, and why, without any dates. It sees the host name of the page that was refused.",
    "native-host":
      "A small program on this computer that looks at certificates for NotAfter. No setting of the browser is needed then, and the page waits for nothing.",
    "own-fetch":
      "Asks the sites on your watch list for their certificates in the background, without cookies. Those sites see a request from this computer, and nobody else does.",
    owned:
      "Gives the dates of certificates that you imported or saved here, for sites that nothing else tells of. It sees nothing and asks nobody.",
  } satisfies Record<SourceId, string>,

  states: {
    off: "Off. It is not asked.",
    refused:
      "Off. The browser’s permission was not given, and nothing was changed. You can allow it whenever you like.",
    "no-site-access": "It waits for site access. Allow it above.",
    looking: "Looking…",
    "not-installed": "Not installed for this browser. Run this in the folder of NotAfter, then look again.",
    ended: "It ended by itself. Nothing was lost. It is started again for the next page.",
    garbled:
      "Something answers, and not as the program should. It was ended. Build and install the program again, then look again.",
    silent: "It was started and says nothing. It was ended. Build and install the program again, then look again.",
    waits:
      "It works after a rest. The browser lets NotAfter use what you have just allowed once no page was opened for half a minute, or after a restart. Until then pages may still show a question mark.",
    empty: "On, and there are none yet. Add certificates on the dashboard.",
  } satisfies Record<CommonState, string>,

  "flag-off": {
    "firefox-security-info": "Firefox keeps certificates from extensions.",
    "chromium-security-info": "This browser keeps certificates from extensions until a setting of its own is changed.",
    "net-error": "On.",
    "native-host": "On.",
    "own-fetch":
      "It needs the browser’s own setting that is described above. The companion program checks the watch list without it.",
    owned: "On.",
  } satisfies Record<SourceId, string>,

  ready: {
    "firefox-security-info": "On. Open any https site, then look here.",
    "chromium-security-info":
      "On. It is not known yet whether this browser tells about certificates. Open any https site, then look here.",
    "net-error": "On. No certificate was refused since the browser was started.",
    "native-host": "On.",
    "own-fetch": "On. It works where the browser itself tells about certificates, which is not known yet.",
    owned: "On.",
  } satisfies Record<SourceId, string>,

  works: {
    "firefox-security-info": "It works.",
    "chromium-security-info": "It works.",
    "net-error": "It works.",
    "native-host": "It works.",
    "own-fetch": "It works.",
    owned: "It works.",
  } satisfies Record<SourceId, string>,
  version: (version: string) => `Version ${version}.`,
  ownedCount: (count: number) =>
    count === 1 ? "1 certificate is kept." : `${count.toLocaleString()} certificates are kept.`,

  /** What the companion program is told: on screen before the browser asks. */
  sees: [
    "It is told the host name and the port of each https site that you open or watch, and nothing else of the page.",
    "It makes its own TLS connection to that site, from this computer. Nothing is sent anywhere else.",
    "It is told nothing of private windows.",
  ],
  hostInFirefox:
    "Firefox tells about certificates itself. The program is then asked only about pages of which it told nothing.",
  copyCommand: "Copy the command",
  lookAgain: "Look again",
  openDashboard: "Open the dashboard",
};
