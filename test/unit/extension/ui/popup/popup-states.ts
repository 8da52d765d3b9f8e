import type { SeenCertificate } from "../../../../../extension/src/description/seen-certificate.ts";
import { siteOf } from "../../../../../extension/src/ui/parts/site.ts";
import type { PopupState } from "../../../../../extension/src/ui/popup/popup-state.ts";

const day = 86_400_000;
/** 2026-11-22, noon UTC. */
const now = Date.UTC(2026, 10, 22, 12);

/** What an attacker may put into a name: markup, a right-to-left override, a line end, a zero-width joiner. */
export const hostileName = "<img src=x onerror=alert(1)>\u202egnp.exe\u0000\nb\u200d";

const certificate: SeenCertificate = {
  level: "due",
  short: "23",
  left: 0.115,
  remaining: 23 * day,
  notBefore: now - 177 * day,
  notAfter: now + 23 * day,
  reasons: ["Renewal is due: 30 days or fewer are left."],
  issuer: "Sectigo Public Server Authentication CA DV R36 (Sectigo Limited)",
  issuerRoute: { kind: "authority", authority: { id: "sectigo", name: "Sectigo", route: "renew" } },
  names: ["www.example.com", "example.com"],
  sha256: "9F:2C:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:71",
  via: "firefox-security-info",
  age: 4000,
};

const siteAt = (address: string) => {
  const site = siteOf(address);
  if (site === undefined) throw new Error(`${address} is not a site`);
  return site;
};

const seen = (changes: Partial<SeenCertificate>, address = "https://www.example.com"): PopupState => ({
  kind: "seen",
  site: siteAt(address),
  privateWindow: false,
  certificate: { ...certificate, ...changes },
});

const seenWithout = (fact: "issuerRoute"): PopupState => {
  const { [fact]: _, ...rest } = certificate;
  return { kind: "seen", site: siteAt("https://www.example.com"), privateWindow: false, certificate: rest };
};

const {
  notBefore: _from,
  notAfter: _until,
  remaining: _time,
  issuer: _issuer,
  issuerRoute: _route,
  names: _names,
  ...withoutFacts
} = certificate;

type Unknown = Extract<PopupState, { kind: "unknown" }>;

const unknown = (why: Unknown["why"], host: Unknown["host"] = "off"): Unknown => ({
  kind: "unknown",
  why,
  host,
  site: siteAt("https://www.example.com"),
  privateWindow: false,
  refused: false,
});

/** Every state of the popup that a user can meet, by name. */
export const popupStates: Readonly<Record<string, PopupState>> = {
  loading: { kind: "loading" },
  failed: { kind: "failed" },
  "no-tab": { kind: "no-certificate", why: "no-tab" },
  "not-https": { kind: "no-certificate", why: "not-https" },
  "browser-page": { kind: "no-certificate", why: "browser-page" },
  "no-site-access": unknown("no-site-access"),
  "no-site-access-refused": { ...unknown("no-site-access"), refused: true },
  "hidden-address": { kind: "unknown", why: "no-site-access", host: "off", privateWindow: false, refused: false },
  "flag-off": unknown("flag-off"),
  "not-told-yet": unknown("not-told-yet"),
  "source-works": unknown("works"),
  "of-records": seen({ via: "owned", remaining: 20 * day, short: "20", age: 5 * 3_600_000 }),
  ok: seen({
    level: "ok",
    short: "140",
    left: 0.7,
    remaining: 140 * day,
    notBefore: now - 60 * day,
    notAfter: now + 140 * day,
    reasons: [],
    via: "chromium-security-info",
  }),
  due: seen({}),
  urgent: seen({
    level: "urgent",
    short: "47h",
    left: 0.02,
    remaining: 47 * 3_600_000,
    notAfter: now + 47 * 3_600_000,
    reasons: ["Renewal is urgent: 7 days or fewer are left."],
  }),
  expired: seen({
    level: "expired",
    short: "!",
    left: 0,
    remaining: -3 * day,
    notAfter: now - 3 * day,
    reasons: ["The certificate has expired. Visitors see a warning instead of the site."],
  }),
  "not-yet-valid": seen({
    level: "not-yet-valid",
    short: "!",
    left: 1,
    remaining: 200 * day,
    notBefore: now + day,
    notAfter: now + 200 * day,
    reasons: ["The certificate is not valid yet. If its start has passed, this computer's clock is wrong."],
  }),
  broken: seen({
    level: "broken",
    short: "200!",
    left: 0.9,
    remaining: 200 * day,
    notBefore: now - 20 * day,
    notAfter: now + 200 * day,
    reasons: [
      "The certificate is signed by itself, so browsers do not trust it.",
      "The certificate is not for www.example.com.",
    ],
  }),
  "net-error": {
    kind: "seen",
    site: siteAt("https://www.example.com"),
    privateWindow: false,
    certificate: {
      level: "expired",
      short: "!",
      left: 1,
      reasons: [
        "A certificate of this site has expired or is not valid yet, or this computer's clock is wrong. The browser says: net::ERR_CERT_DATE_INVALID",
      ],
      via: "net-error",
      age: 900,
    },
  },
  unreadable: {
    kind: "seen",
    site: siteAt("https://www.example.com"),
    privateWindow: false,
    certificate: {
      ...withoutFacts,
      level: "unknown",
      short: "?",
      left: 1,
      reasons: ["The certificate cannot be read (truncated)."],
    },
  },
  "private-window": { ...seen({}), privateWindow: true } as PopupState,
  "unicode-host": seen({}, "https://xn--bcher-kva.example:8443"),
  address: seen({ names: ["2001:db8::1"] }, "https://[2001:db8::1]"),
  "long-host": seen(
    {},
    `https://${"very-long-label-of-a-host".repeat(2)}.${"another-long-label".repeat(3)}.example.com:44300`,
  ),
  "many-names": seen({ names: Array.from({ length: 10_000 }, (_, index) => `host-${index}.example.com`) }),
  automated: seen({
    issuerRoute: { kind: "authority", authority: { id: "letsencrypt", name: "Let's Encrypt", route: "automated" } },
  }),
  "private-issuer": seen({ issuer: "Office Proxy CA", issuerRoute: { kind: "private", why: "private-root" } }),
  "unknown-issuer": seenWithout("issuerRoute"),
  "private-unknown": { ...unknown("works"), privateWindow: true },
  "private-flag-off": { ...unknown("flag-off"), privateWindow: true },
  "host-told-nothing": unknown("flag-off", "on"),
  "host-fails": unknown("flag-off", "failing"),
  "host-private": { ...unknown("flag-off", "on"), privateWindow: true },
  "no-names": seen({ names: [], issuer: "" }),
  "hostile-text": seen({ issuer: hostileName, names: [hostileName, "b.example"] }),
  "long-issuer": seen({ issuer: "W".repeat(60) }),
  "date-beyond-calendar": seen({ level: "ok", short: "99y", notAfter: 9e15, remaining: 9e15 - now, reasons: [] }),
};
