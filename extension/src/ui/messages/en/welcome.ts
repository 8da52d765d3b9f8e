/** Texts of the page that opens after the installation. */
export const welcomeTexts = {
  title: "See the end coming, and renew in time",
  sentences: [
    "NotAfter shows in the toolbar how long the certificate of the site in front of you still lasts.",
    "When renewal is due, it makes a new private key and a certificate request in this browser, and takes you to the authority that signs it.",
    "Then its guides lead you through backup, installation and a last check on your server.",
  ],
  see: "Let it see certificates",
  seeWhy:
    "The browser asks you whether NotAfter may read data on all websites. That is the browser’s own wording for a permission that covers much more than what is used here.",
  reads: "What it reads",
  readsList: [
    "the address of each https site that you open, without its path",
    "the certificate that the site showed, and whether the browser accepts it",
  ],
  readsNot: "What it does not",
  readsNotList: [
    "no page, no form, no cookie, no password",
    "nothing in the background, and nothing is kept once the browser is closed",
    "nothing leaves this browser: there is no server of ours",
  ],
  afterWorks: "Ready. Open any https site: the number on the icon is the days that are left.",
  afterNotTold: "Site access is given. Open any https site, then look at the icon.",
  afterFlag: "Site access is given. One setting of this browser is still missing.",
  without: "You can go on without it: keys, requests and guides need no site access.",
  next: "What you can do now",
  openGuides: "Look at the guides",
  openRenewal: "Make a key and request",
  openSettings: "Settings",
};
