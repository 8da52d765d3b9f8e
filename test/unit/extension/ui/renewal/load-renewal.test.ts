import { beforeAll, describe, expect, it } from "vitest";
import { siteOf } from "../../../../../extension/src/ui/parts/site.ts";
import { loadRenewal } from "../../../../../extension/src/ui/renewal/load-renewal.ts";
import { personalisationOf } from "../../../../../extension/src/ui/renewal/personalisation-of.ts";
import { subjectOf } from "../../../../../extension/src/ui/renewal/subject-of.ts";
import type { Observation } from "../../../../../shared/observation/observation.ts";
import type { Authority } from "../../../../../shared/renewal/authority.ts";
import { createAuthority, type TestAuthority } from "../../../../support/authority/authority.ts";
import { authority as described, dns, known, made } from "./renewal-states.ts";

const now = Date.UTC(2026, 10, 22, 12);
const day = 86_400_000;
const brand: Authority = { ...described, issuers: [{ cn: "Example CA R1", o: "Example Trust" }] };
const content = { authorities: [brand], advice: [], platforms: [], guides: [] };

let ca: TestAuthority;
beforeAll(async () => {
  ca = await createAuthority(now);
});

const load = async (
  names: readonly string[],
  issuer: string,
  more: Partial<Observation> = {},
  address = "https://www.example.com",
) => {
  const { der } = await ca.issue({ names, issuer, notBefore: now - 100 * day, notAfter: now + 20 * day });
  const observation: Observation = {
    origin: address,
    via: "firefox-security-info",
    seenAt: now,
    trust: "trusted",
    leaf: der,
    ...more,
  };
  return loadRenewal({ site: siteOf(address), observation, content, thresholds: { dueDays: 30, urgentDays: 7 }, now });
};

describe("what the renewal page opens with", () => {
  it("takes names, key and authority from the certificate", async () => {
    const loaded = await load(["www.example.com", "*.example.com"], "O=Example Trust, CN=Example CA R1");
    expect(loaded.names.map(({ value }) => value)).toEqual(["www.example.com", "*.example.com"]);
    expect(loaded.known).toMatchObject({
      kind: "seen",
      route: { kind: "authority", authority: { id: "example-ca" } },
      key: { algorithm: "ec" },
    });
  });

  it.each([
    ["an issuer that is in no list", "CN=Nobody", {}, { kind: "unknown" }],
    [
      "a root of the computer's own",
      "O=Example Trust, CN=Example CA R1",
      { publicRoot: false },
      { kind: "private", why: "private-root" },
    ],
    [
      "an issuer that is not trusted",
      "CN=Nobody",
      { trust: "untrusted" as const },
      { kind: "private", why: "untrusted-issuer" },
    ],
  ])("tells %s apart", async (_, issuer, more, route) => {
    const loaded = await load(["www.example.com"], issuer, more);
    expect(loaded.known).toMatchObject({ kind: "seen", route });
  });

  it.each([
    ["https://www.example.com", "www.example.com"],
    ["https://[2001:db8::1]:8443", "2001:db8::1"],
    ["https://printer", "printer"],
  ])("begins with the host of %s where nothing was seen", (address, name) => {
    const loaded = loadRenewal({
      site: siteOf(address),
      observation: undefined,
      content,
      thresholds: { dueDays: 30, urgentDays: 7 },
      now,
    });
    expect(loaded).toMatchObject({ known: { kind: "nothing" }, names: [{ value: name }], problems: [] });
  });

  it.each([
    ["says nothing", { trust: "not-told" as const }, { kind: "nothing" }],
    [
      "refused it without showing it",
      { trust: "outside-validity" as const },
      { kind: "seen", seen: { level: "expired" } },
    ],
  ])("knows no issuer where the browser %s", (_, told, knownThen) => {
    const observation: Observation = { origin: "https://www.example.com", via: "net-error", seenAt: now, ...told };
    const loaded = loadRenewal({
      site: siteOf("https://www.example.com"),
      observation,
      content,
      thresholds: { dueDays: 30, urgentDays: 7 },
      now,
    });
    expect(loaded).toMatchObject({ known: knownThen, names: [{ value: "www.example.com" }] });
    expect(loaded.known).not.toHaveProperty("route");
  });

  it("begins with nothing where no site was given", () => {
    const loaded = loadRenewal({
      site: undefined,
      observation: undefined,
      content,
      thresholds: { dueDays: 30, urgentDays: 7 },
      now,
    });
    expect(loaded).toEqual({ known: { kind: "nothing" }, names: [], problems: [] });
  });

  it("says so when the certificate cannot be read, and still begins with the host", async () => {
    const loaded = await load(["a.example"], "CN=x", { leaf: Uint8Array.of(0x30, 0x80) });
    expect(loaded).toMatchObject({
      known: { kind: "seen", seen: { level: "unknown" } },
      names: [{ value: "www.example.com" }],
    });
  });

  it("takes the organisation as it is, and none from a certificate that names none", () => {
    const name = (type: string, value: string) => [{ oid: "0", type, value }];
    expect(subjectOf([name("C", "DE"), name("O", 'A "B", C'), name("CN", "x")])).toEqual({ C: "DE", O: 'A "B", C' });
    expect(subjectOf([name("CN", "x")])).toBeUndefined();
    expect(subjectOf([name("O", "  ")])).toBeUndefined();
  });
});

describe("what the guides are told", () => {
  it("is the visited host, the files' name, the authority and the end of the old certificate", () => {
    expect(personalisationOf({ ...known, made })).toEqual({
      values: { domain: "www.example.com", file: "www.example.com" },
      authority: "example-ca",
      expires: "2026-12-15",
    });
  });

  it("is a host under a wildcard where no site is known, and a file name without a star", () => {
    const { site: _, ...byHand } = known;
    const state = {
      ...byHand,
      known: { kind: "nothing" } as const,
      names: { names: [dns("*.example.com")], problems: [], earlier: [] },
    };
    expect(personalisationOf(state)).toEqual({ values: { domain: "www.example.com", file: "wildcard.example.com" } });
  });
});
