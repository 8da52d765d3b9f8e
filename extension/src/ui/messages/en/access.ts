import type { CertificateAccess } from "../../../platform/capabilities.ts";

/** Texts about how certificates are learned in this browser: for the welcome page and the settings. */
export const accessTexts = {
  allow: "Let NotAfter see certificates",
  takeBack: "Take site access back",
  given: "Site access is given.",
  notGiven: "Site access is not given.",
  refused: "Site access was not given. Nothing was changed. You can allow it whenever you like.",
  takenBack: "Site access was taken back. NotAfter sees no site until you allow it again.",
  state: {
    works: "Certificates are learned from the browser itself.",
    "flag-off": "This browser keeps certificates from extensions until a setting is changed.",
    "no-site-access": "No certificate is seen, because site access is not given.",
    "not-told-yet":
      "It is not known yet whether this browser tells about certificates. Open any https site, then look here again.",
  } satisfies Record<CertificateAccess, string>,
  flag: {
    title: "A setting of Chromium",
    body: "Chrome, Chromium, Edge and Brave tell extensions about certificates only while an experimental setting is on. Without it NotAfter still tells you when the browser refuses a certificate, but shows no dates.",
    steps: [
      "Copy this address and open it in a new tab. The browsers allow no link to it.",
      "Choose “Enabled” beside “SecurityInfo in WebRequest API”.",
      "Restart the browser with the button that appears there.",
    ],
    address: "chrome://flags/#web-request-security-info",
    copy: "Copy the address",
    honest:
      "The setting is experimental: the browser’s makers may change it or take it away. Firefox needs no setting.",
  },
};
