/** Texts about site access and the browser's own setting: for the welcome page and the settings. */
export const accessTexts = {
  title: "Site access",
  allow: "Let NotAfter see certificates",
  takeBack: "Take site access back",
  given: "Site access is given.",
  notGiven: "Site access is not given. NotAfter sees no site.",
  refused: "Site access was not given. Nothing was changed. You can allow it whenever you like.",
  takenBack: "Site access was taken back. NotAfter sees no site until you allow it again.",
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
