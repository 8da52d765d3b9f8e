import type { LinkState, Route } from "../../../../../shared/renewal/authority.ts";
import type { NameProblemCode } from "../../../../../shared/request/name-rules.ts";
import type { RenewalMaterialProblem, RenewalMaterialStep } from "../../../../../shared/request/renewal-material.ts";
import type { RenewalStep } from "../../renewal/renewal-steps.ts";

/** Texts of the renewal page. */
export const renewalTexts = {
  title: "Renew a certificate",
  titleFor: "Renew the certificate of",
  stepsLabel: "Steps",
  steps: {
    route: "Where to renew",
    names: "Names",
    key: "Key type",
    passphrase: "Passphrase",
    save: "Save",
    order: "Order",
    install: "Install",
  } satisfies Record<RenewalStep, string>,
  stepDone: "done",
  next: "Continue",

  safe: {
    nothing: "Nothing is made yet. The certificate on the server stays as it is.",
    inPage: "The private key exists in this page only. Save it before you close the page.",
    saved: "The key is saved. The certificate on the server stays as it is until you install the new one.",
  },

  looking: "Looking for what is known of the certificate…",
  notSeen:
    "The certificate of this site has not been seen since the browser started, so the names are yours to check. The site’s own name is filled in.",
  issuerUnseen:
    "The certificate itself could not be read here, so its issuer is not known. The site’s own name is filled in: check the names, and order where the present certificate came from.",
  byHand: "No site was given. Write the names by hand.",
  issuedBy: "Issued by",
  route: {
    renew: (name: string) => `${name} renews it on order`,
    reissue: (name: string) => `${name} reissues it within the plan that was paid`,
    automated: (name: string) => `${name} is automated`,
    managed: (name: string) => `${name} is managed by whoever hosts the site`,
    discontinued: (name: string) => `${name} no longer issues certificates`,
  } satisfies Record<Route, (name: string) => string>,
  routeNext: {
    renew: "Make a new key and a request here, then order at the authority.",
    reissue:
      "Make a new key and a request here, then ask for a reissue at the authority. A new order is needed only when the plan has ended.",
    automated:
      "A program on the server renews such certificates. A request made by hand is seldom needed: look at the program first.",
    managed:
      "The host renews such certificates. A request made by hand is seldom needed: look at the host’s settings first.",
    discontinued:
      "It cannot be renewed there. Choose another authority and order a new certificate with the request from here.",
  } satisfies Record<Route, string>,
  operator: (operator: string) => `Run by ${operator}.`,
  window: (opens: number, closes: number) =>
    closes > 0
      ? `It renews from ${opens} days before the end to ${closes} days after it.`
      : `It renews from ${opens} days before the end.`,
  anyway: "Make a key and a request anyway",
  boughtAt: "Where was it bought?",
  boughtAtHelp:
    "The bill or the e-mail of the order says it. Many are sold by a reseller or a host, not by their issuer.",
  boughtElsewhere: "Bought elsewhere?",
  boughtNotSaid: "Choose an authority",
  boughtAnother: "Another authority",
  boughtDiscontinued: (name: string) => `${name} (no longer issues)`,
  asCertificateSays: (name: string) => `As the certificate says: ${name}`,
  asCertificateSaysPrivate: "As the certificate says: a private authority",
  chooseAuthority: "Choose the authority",
  whatToDo: "What to do there",

  namesLead:
    "Every name that the new certificate must cover. They come from the present certificate and can be changed.",
  namesLeadByHand: "Every name that the new certificate must cover.",
  namesCount: (count: number) => (count === 1 ? "1 name" : `${count.toLocaleString()} names`),
  commonName: "first name",
  remove: "Remove",
  removeNamed: (name: string) => `Remove ${name}`,
  undo: "Undo",
  showMore: (count: number) => `Show ${count.toLocaleString()} more`,
  add: "Add names",
  addHelp:
    "One or many, set apart by spaces, commas or lines. Write them as people type them; other scripts are turned into A-labels.",
  addButton: "Add",
  noNames: "There are no names yet. Add at least one.",
  notTaken: "Not taken:",
  moreProblems: (count: number) => `and ${count.toLocaleString()} more`,
  organisation: "Name the organisation in the request",
  organisationHelp: "It stands in the present certificate. An authority that only checks the domain leaves it out.",
  outdated:
    "The request that you made does not have these names, this key type or this organisation. Make a new key and request: an old one is never changed.",
  outdatedBack: "Go back to what was made",

  keyLead: "A new key for every certificate. If the present one was ever read by somebody else, the new one is not.",
  sameAsNow: "as now",

  passphraseLead:
    "The key is saved encrypted. Whoever has the file also needs this passphrase, and so do you when you install it. It cannot be recovered.",
  make: "Make key and request",
  makeAgain: "Make a new key and request",
  replaces: "The key that is in this page now is replaced. It was not saved.",
  replacesSaved: "The file that you saved stays. The new key is another one.",
  cancel: "Cancel",
  making: {
    "generating-key": "Making the key…",
    "building-request": "Writing the request…",
    "encrypting-key": "Encrypting the key…",
    proving: "Checking that all of it belongs together…",
  } satisfies Record<RenewalMaterialStep, string>,
  makingSlow: "RSA 4096 can take half a minute on a slow computer.",
  failed: {
    "no-names": "There are no names. Nothing was made. Add at least one name.",
    subject:
      "The organisation from the present certificate cannot stand in a request. Nothing was made. Take its mark away under “Names” and try again.",
    "not-as-ordered":
      "The request did not come out as ordered. Nothing was kept. Try again, and report it if it happens twice.",
    passphrase: "The passphrase cannot be used. Nothing was made. Write another one.",
    "not-proven":
      "The key, the request and the encrypted file did not prove to belong together. Nothing was kept. Try again.",
    "crypto-failed":
      "The browser’s cryptography gave an error. Nothing was kept. Try again, or choose another key type.",
  } satisfies Record<RenewalMaterialProblem["code"], string>,

  saveLead: "The key and the request are made and proven to belong together.",
  keyFile: "Private key",
  keyFileWhat: "Encrypted (PKCS#8). It goes to the server, never to the authority.",
  requestFile: "Certificate request",
  requestFileWhat: "Not secret. It goes to the authority.",
  saveKey: (file: string) => `Save ${file}`,
  saved: "Handed to the browser’s downloads. See that it is there.",
  saveAgain: "Save again",
  copyRequest: "Copy the request",
  copyRequestSubject: "as text",
  keyMark: "Fingerprint of the key",
  keyMarkHelp: "SHA-256 of its public part. The issued certificate has the same.",
  keyMarkSubject: "the fingerprint of the key",

  orderLead: "The request goes into the authority’s order form.",
  orderAt: (name: string) => `Open the renewal page of ${name}`,
  orderAnew: "Open a page to order anew",
  orderHow: "This copies the request and opens the page. Paste it where the form asks for a CSR.",
  orderKeyFirst: "Save the key first. It exists in this page only, and a certificate without its key is of no use.",
  orderOpened: "The request is on the clipboard, and the page is open in another tab.",
  orderNoClipboard: {
    denied:
      "The browser refused the clipboard, so nothing was opened. The request is selected below: copy it with the keyboard, then open the page.",
    unavailable:
      "This browser offers no clipboard here, so nothing was opened. The request is selected below: copy it with the keyboard, then open the page.",
  },
  openPage: "Open the page",
  requestText: "The request as text",
  otherLinks: "Other pages",
  linkStates: {
    document: (date: string) => `From the vendor’s own document, read on ${date}.`,
    list: (date: string) => `From a public list, read on ${date}. Not confirmed by the vendor’s own document.`,
    unverified: (date: string) => `Not confirmed. Noted on ${date}.`,
    historic: (date: string) => `From an old text, looked at on ${date}. The page may no longer exist.`,
  } satisfies Record<LinkState, (date: string) => string>,
  linkSource: "Source:",
  noAuthority:
    "Which page to open is not known. Sign in where the present certificate was bought, and give it the request.",
  privateOrder: "There is no public order page. Give the request to whoever runs this private authority.",
  serverType:
    "When the form asks for the server type, choose the one that you install on. If it is not listed, choose “Other”.",

  installLead:
    "When the new certificate is there: back up first, then install, then verify. The guides know your host name and your file names.",
  openGuide: "Open the guide",
  onlineGuide: "At the help center",
  noPlatform: "Another server? The key and the certificate are PEM files, which nearly every server takes.",

  nameProblems: {
    empty: "nothing is written",
    "web-address": "that is a web address: write the host name alone",
    port: "a certificate is for a name, without a port",
    "trailing-dot": "the dot at the end does not belong to it",
    "bare-wildcard": "a wildcard needs a domain of its own: *.example.com",
    "partial-wildcard": "the * must stand alone at the front: *.example.com",
    "bad-character": "it has a character that no host name has",
    "not-a-host": "it is not a host name or an address",
    underscore: "public authorities allow no underscore",
    "empty-label": "two dots stand together",
    hyphen: "a part begins or ends with a hyphen, or has two where only xn-- names have them",
    "too-long-label": "a part is longer than 63 characters",
    "too-long-name": "it is longer than 253 characters",
    "single-label": "public authorities need a full name, such as www.example.com",
  } satisfies Record<NameProblemCode, string>,
};
