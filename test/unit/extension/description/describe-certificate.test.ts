import { beforeAll, describe, expect, it } from "vitest";
import { describeCertificate, issuerLabel } from "../../../../extension/src/description/describe-certificate.ts";
import { knownIssuers } from "../../../../extension/src/description/known-issuer.ts";
import type { Observation } from "../../../../shared/observation/observation.ts";
import type { Authority } from "../../../../shared/renewal/authority.ts";
import { createAuthority, type Issuer, type TestAuthority } from "../../../support/authority/authority.ts";
import { hostileTexts, hostileTimes, mintHostile, ordinaryDates } from "../../../support/authority/hostile.ts";

const authority: Authority = {
  id: "example-ca",
  name: "Example CA",
  operator: "Example Trust",
  route: "reissue",
  issuers: [{ cn: "Example CA R1", o: "Example Trust" }],
  links: [],
  caa: [],
  csr: "A new one.",
  steps: [],
};
const now = Date.UTC(2026, 10, 22, 12);
const day = 86_400_000;
const named = (type: string, value: string) => [{ oid: "0.0", type, value }];

const describeLeaf = (leaf: Uint8Array | undefined, more: Partial<Observation> = {}) =>
  describeCertificate({
    observation: {
      origin: "https://a.test",
      via: "firefox-security-info",
      seenAt: now - 1000,
      trust: "trusted",
      ...(leaf !== undefined && { leaf }),
      ...more,
    },
    now,
    thresholds: { dueDays: 30, urgentDays: 7 },
    distrust: [],
    issuers: knownIssuers([authority]),
  });

let ca: TestAuthority;
let issuer: Issuer;
beforeAll(async () => {
  ca = await createAuthority(now);
  issuer = await ca.intermediate();
});

describe("a certificate described for the screens", () => {
  it.each([
    ["R36 (Sectigo Limited)", [named("O", "Sectigo Limited"), named("CN", "R36")]],
    ["GTS CA 1C3 by Google", [named("O", "Google"), named("CN", "GTS CA 1C3 by Google")]],
    ["Only O", [named("O", "Only O")]],
    ["Unit", [named("OU", "Unit")]],
    ["1.2.3", [named("2.5.4.97", "1.2.3")]],
    ["", []],
  ])("names its issuer %j", (label, issuer) => {
    expect(issuerLabel(issuer)).toBe(label);
  });

  it("lives without a leaf on the dates of the source", () => {
    const seen = describeLeaf(undefined, { notBefore: now - 100 * day, notAfter: now + 20 * day });
    expect(seen).toMatchObject({ level: "due", short: "20", remaining: 20 * day, age: 1000 });
    expect(seen).not.toHaveProperty("names");
  });

  it("says that it cannot be read, and keeps its fingerprint", () => {
    const seen = describeLeaf(Uint8Array.of(0x30, 0x82), { sha256: "0aff" });
    expect(seen).toMatchObject({ level: "unknown", short: "?", sha256: "0A:FF" });
    expect(seen.reasons.join()).toContain("cannot be read");
  });

  it.each(hostileTexts.map((text) => [text.slice(0, 30), text]))(
    "takes the hostile text %j as it is",
    async (_, text) => {
      const { der } = await mintHostile(issuer, {
        commonName: "a",
        names: [text],
        ...ordinaryDates,
        issuerCommonName: text,
      });
      const seen = describeLeaf(der);
      expect(JSON.parse(JSON.stringify(seen))).toEqual(seen);
    },
  );

  it.each(hostileTimes)("survives the time $value", async (time) => {
    const { der } = await mintHostile(issuer, {
      commonName: "a",
      names: ["a.test"],
      notBefore: ordinaryDates.notBefore,
      notAfter: time,
    });
    const seen = describeLeaf(der);
    expect(seen.short.length).toBeLessThanOrEqual(4);
    expect(seen.left).toBeGreaterThanOrEqual(0);
    expect(seen.left).toBeLessThanOrEqual(1);
  });
});

describe("the issuer as we know it", () => {
  const wish = { names: ["www.example.com"], notBefore: now - day, notAfter: now + 50 * day };
  const known = { kind: "authority", authority: { id: "example-ca", name: "Example CA", route: "reissue" } };

  it.each<[string, string, Partial<Observation>, unknown]>([
    ["an authority of ours", "O=Example Trust, CN=Example CA R1", {}, known],
    ["its name under another organisation", "O=Somebody, CN=Example CA R1", {}, undefined],
    ["nobody's", "CN=Nobody", {}, undefined],
    ["not trusted here", "CN=Nobody", { trust: "untrusted" }, { kind: "private", why: "untrusted-issuer" }],
    [
      "our authority's name under a root of the computer's own",
      "O=Example Trust, CN=Example CA R1",
      { publicRoot: false },
      { kind: "private", why: "private-root" },
    ],
  ])("is %s", async (_, name, more, route) => {
    const seen = describeLeaf((await ca.issue({ ...wish, issuer: name })).der, more);
    // toEqual: the authority's patterns, links and texts are not sent along.
    expect(seen.issuerRoute).toEqual(route);
  });

  it("is the certificate itself", async () => {
    const seen = describeLeaf((await ca.selfSign(wish)).der, { trust: "untrusted" });
    expect(seen.issuerRoute).toEqual({ kind: "private", why: "self-signed" });
  });

  it.each([undefined, Uint8Array.of(0x30, 0x82)])("is nobody where the leaf cannot be read", (leaf) => {
    expect(describeLeaf(leaf)).not.toHaveProperty("issuerRoute");
  });
});
