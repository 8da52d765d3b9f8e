import { describeCertificate } from "../../../../../extension/src/description/describe-certificate.ts";
import { siteOf } from "../../../../../extension/src/ui/parts/site.ts";
import { emptyRenewal } from "../../../../../extension/src/ui/renewal/renew.ts";
import type { Made, RenewalState } from "../../../../../extension/src/ui/renewal/renewal-state.ts";
import type { Authority } from "../../../../../shared/renewal/authority.ts";
import type { RequestName } from "../../../../../shared/request/request-names.ts";
import { hostileName } from "../popup/popup-states.ts";

const day = 86_400_000;
const now = Date.UTC(2026, 10, 22, 12);

/** An authority with a link of every state, so that a test needs no content. */
export const authority: Authority = {
  id: "example-ca",
  name: "Example CA",
  operator: "Example Trust Services",
  route: "renew",
  issuers: [{ cn: "Example CA R1" }],
  links: [
    {
      use: "sign-in",
      label: "Example CA's portal",
      url: "https://portal.ca.example/",
      state: "document",
      source: "https://ca.example/help",
      checked: "2026-11-22",
    },
    {
      use: "new-order",
      label: "The old shop",
      url: "https://old.ca.example/",
      state: "historic",
      source: "An old article",
      checked: "2026-11-22",
    },
    {
      use: "help",
      label: "How to renew",
      url: "https://ca.example/help",
      state: "unverified",
      source: "A list",
      checked: "2026-11-22",
    },
    {
      use: "support",
      label: "Support",
      url: "https://ca.example/support",
      state: "list",
      source: "A list",
      checked: "2026-11-22",
    },
  ],
  caa: ["ca.example"],
  csr: "It wants a new CSR.",
  window: { opensDays: 90, closesDays: 30 },
  steps: [
    { kind: "paragraph", children: [{ kind: "text", text: "Most are bought from a reseller." }] },
    {
      kind: "list",
      ordered: true,
      items: [[{ kind: "paragraph", children: [{ kind: "strong", children: [{ kind: "text", text: "Sign in." }] }] }]],
    },
  ],
};

/** What stands in the chooser beside it: one that comes before it, one that issues no more, one that is automated. */
export const authorities: readonly Authority[] = [
  { ...authority, id: "zebra", name: "zebra Trust", route: "automated" },
  authority,
  { ...authority, id: "gone", name: "Gone CA", route: "discontinued" },
  { ...authority, id: "alpha", name: "Alpha CA", links: [] },
];

export const dns = (value: string): RequestName => ({ kind: "dns", value });

const seen = describeCertificate({
  observation: {
    origin: "https://www.example.com",
    via: "firefox-security-info",
    seenAt: now - 4000,
    trust: "trusted",
    notBefore: now - 177 * day,
    notAfter: now + 23 * day,
  },
  now,
  thresholds: { dueDays: 30, urgentDays: 7 },
  distrust: [],
  issuers: [],
});

const site = siteOf("https://www.example.com");

export const known: RenewalState = {
  ...emptyRenewal,
  ...(site !== undefined && { site }),
  known: {
    kind: "seen",
    seen: { ...seen, issuer: "Example CA R1 (Example Trust Services)" },
    route: { kind: "authority", authority },
    key: { algorithm: "rsa", bits: 2048, spki: new Uint8Array() },
  },
  names: {
    names: [dns("www.example.com"), dns("example.com"), dns("xn--bcher-kva.example")],
    problems: [],
    earlier: [],
  },
  subject: { O: "Example GmbH", L: "Berlin", C: "DE" },
};

const material = {
  requestPem: `-----BEGIN CERTIFICATE REQUEST-----\n${"MIIB".repeat(16)}\n-----END CERTIFICATE REQUEST-----\n`,
  encryptedKeyPem: `-----BEGIN ENCRYPTED PRIVATE KEY-----\n${"MIIE".repeat(16)}\n-----END ENCRYPTED PRIVATE KEY-----\n`,
  spkiSha256: "ab".repeat(32),
  files: { key: "www.example.com.key", request: "www.example.com.csr" },
};

export const made: Made = {
  material,
  names: known.names.names,
  choice: "ec-p256",
  organisation: true,
  keySaved: false,
  requestSaved: false,
};

const withRoute = (route: Authority["route"]): RenewalState => ({
  ...known,
  known: { kind: "seen", seen, route: { kind: "authority", authority: { ...authority, route } } },
});

/** Every state of the renewal page that a user can meet, by name. */
export const renewalStates: Readonly<Record<string, RenewalState>> = {
  looking: emptyRenewal,
  "by-hand": { ...emptyRenewal, known: { kind: "nothing" } },
  "not-seen": {
    ...emptyRenewal,
    ...(site !== undefined && { site }),
    known: { kind: "nothing" },
    names: { names: [dns("www.example.com")], problems: [], earlier: [] },
  },
  "route-renew": known,
  "route-reissue": withRoute("reissue"),
  "route-automated": withRoute("automated"),
  "route-managed": withRoute("managed"),
  "route-discontinued": withRoute("discontinued"),
  "route-unknown": { ...known, known: { kind: "seen", seen, route: { kind: "unknown" } } },
  "route-unseen": { ...known, known: { kind: "seen", seen } },
  "route-bought": { ...known, known: { kind: "nothing" }, bought: { kind: "authority", authority } },
  "route-bought-elsewhere": {
    ...known,
    bought: { kind: "authority", authority: { ...authority, id: "shop", name: "The Shop", route: "reissue" } },
  },
  "route-another": { ...known, bought: { kind: "another" } },
  "route-private": { ...known, known: { kind: "seen", seen, route: { kind: "private", why: "private-root" } } },
  names: { ...known, step: "names" },
  "names-refused": {
    ...known,
    step: "names",
    names: {
      ...known.names,
      earlier: [[]],
      problems: [
        { code: "underscore", entry: "a_b.example" },
        { code: "bad-character", entry: hostileName },
      ],
    },
  },
  "names-none": { ...known, step: "names", names: { names: [], problems: [], earlier: [[dns("a.example")]] } },
  "names-many": {
    ...known,
    step: "names",
    names: {
      names: Array.from({ length: 10_000 }, (_, index) => dns(`host-${index}.example.com`)),
      problems: [],
      earlier: [],
    },
  },
  "names-outdated": { ...known, step: "names", made: { ...made, names: [dns("www.example.com")] } },
  key: { ...known, step: "key" },
  passphrase: { ...known, step: "passphrase" },
  "passphrase-short": {
    ...known,
    step: "passphrase",
    passphrase: { first: "short", second: "short", shown: false, tried: true },
  },
  "passphrase-mismatch": {
    ...known,
    step: "passphrase",
    passphrase: {
      first: "correct horse battery staple",
      second: "correct horse battery stable",
      shown: true,
      tried: true,
    },
  },
  "passphrase-again": { ...known, step: "passphrase", made },
  making: {
    ...known,
    step: "passphrase",
    choice: "rsa-4096",
    making: { kind: "working", run: 1, step: "encrypting-key" },
  },
  "making-failed": {
    ...known,
    step: "passphrase",
    making: { kind: "failed", problem: { code: "crypto-failed", step: "generating-key", reason: "OperationError" } },
  },
  save: { ...known, step: "save", made },
  "save-done": { ...known, step: "save", made: { ...made, keySaved: true, requestSaved: true } },
  "save-outdated": { ...known, step: "save", made, choice: "rsa-2048" },
  "order-key-first": { ...known, step: "order", made, ordering: { kind: "key-not-saved" } },
  order: { ...known, step: "order", made: { ...made, keySaved: true } },
  "order-opened": { ...known, step: "order", made: { ...made, keySaved: true }, ordering: { kind: "opened" } },
  "order-no-clipboard": {
    ...known,
    step: "order",
    made: { ...made, keySaved: true },
    ordering: { kind: "no-clipboard", why: "denied", url: "https://portal.ca.example/" },
  },
  "order-unknown": {
    ...known,
    step: "order",
    made: { ...made, keySaved: true },
    known: { kind: "seen", seen, route: { kind: "unknown" } },
  },
  "order-bought": {
    ...known,
    step: "order",
    made: { ...made, keySaved: true },
    known: { kind: "nothing" },
    bought: { kind: "authority", authority },
  },
  "order-no-page": {
    ...known,
    step: "order",
    made: { ...made, keySaved: true },
    bought: { kind: "authority", authority: { ...authority, links: [] } },
  },
  "order-discontinued": {
    ...known,
    step: "order",
    made: { ...made, keySaved: true },
    bought: { kind: "authority", authority: { ...authority, route: "discontinued" } },
  },
  "order-private": {
    ...known,
    step: "order",
    made: { ...made, keySaved: true },
    known: { kind: "seen", seen, route: { kind: "private", why: "self-signed" } },
  },
  install: { ...known, step: "install", made: { ...made, keySaved: true } },
};
