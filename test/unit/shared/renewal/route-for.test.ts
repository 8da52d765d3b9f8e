import { describe, expect, test } from "vitest";
import type { AlternativeName } from "../../../../shared/certificate/certificate.ts";
import type { Authority } from "../../../../shared/renewal/authority.ts";
import { isInternalName } from "../../../../shared/renewal/internal-name.ts";
import { adviceIdFor, routeFor, type SeenTrust } from "../../../../shared/renewal/route-for.ts";
import { nameOf } from "./names.ts";

const known: Authority = {
  id: "known",
  name: "Known",
  operator: "Known",
  route: "renew",
  issuers: [{ cn: "Known CA", o: "Known, Inc\\.", c: "US" }],
  links: [],
  caa: [],
  csr: "New.",
  steps: [],
};
const knownIssuer = nameOf("C=US", "O=Known, Inc.", "CN=Known CA");
const otherIssuer = nameOf("O=Other", "CN=Other CA");
const leaf = nameOf("CN=www.shop.de");
const dns = (...names: readonly string[]): readonly AlternativeName[] => names.map((value) => ({ kind: "dns", value }));

describe("where a certificate is renewed", () => {
  test.each<[string, typeof leaf, typeof leaf, readonly AlternativeName[], SeenTrust, string]>([
    ["a known issuer", knownIssuer, leaf, dns("www.shop.de"), { trust: "trusted" }, "authority"],
    [
      "a known issuer whose source does not judge",
      knownIssuer,
      leaf,
      dns("www.shop.de"),
      { trust: "not-told" },
      "authority",
    ],
    [
      "a known issuer with its intermediate forgotten",
      knownIssuer,
      leaf,
      dns("www.shop.de"),
      { trust: "untrusted" },
      "authority",
    ],
    ["a known issuer, expired", knownIssuer, leaf, dns("www.shop.de"), { trust: "outside-validity" }, "authority"],
    [
      "a proxy that uses a known name",
      knownIssuer,
      leaf,
      dns("www.shop.de"),
      { trust: "trusted", publicRoot: false },
      "private-root",
    ],
    [
      "a private name under no root",
      knownIssuer,
      leaf,
      dns("www.shop.de"),
      { trust: "untrusted", publicRoot: false },
      "untrusted-issuer",
    ],
    ["self-signed", leaf, leaf, dns("www.shop.de"), { trust: "untrusted" }, "self-signed"],
    ["self-signed in other letters", nameOf("CN=WWW.shop.de "), leaf, [], { trust: "not-told" }, "self-signed"],
    ["the known root itself", knownIssuer, knownIssuer, [], { trust: "trusted" }, "self-signed"],
    ["an unknown public issuer", otherIssuer, leaf, dns("www.shop.de"), { trust: "trusted" }, "unknown"],
    ["an unknown issuer, not judged", otherIssuer, leaf, dns("www.shop.de"), { trust: "not-told" }, "unknown"],
    [
      "an unknown public issuer for certain",
      otherIssuer,
      leaf,
      dns("www.shop.de"),
      { trust: "trusted", publicRoot: true },
      "unknown",
    ],
    ["an untrusted unknown issuer", otherIssuer, leaf, dns("www.shop.de"), { trust: "untrusted" }, "untrusted-issuer"],
    ["internal names alone", otherIssuer, leaf, dns("wiki", "wiki.corp"), { trust: "trusted" }, "private-root"],
    [
      "a private address alone",
      otherIssuer,
      leaf,
      [{ kind: "ip", value: "10.0.0.7" }],
      { trust: "not-told" },
      "private-root",
    ],
    ["internal and public names", otherIssuer, leaf, dns("wiki", "wiki.shop.de"), { trust: "trusted" }, "unknown"],
    ["no names", otherIssuer, leaf, [], { trust: "trusted" }, "unknown"],
  ])("%s", (_, issuer, subject, alternativeNames, seen, expected) => {
    const route = routeFor({ issuer, subject, alternativeNames }, [known], seen);
    expect(adviceIdFor(route) ?? "authority").toBe(expected);
    expect(route.kind === "authority" ? route.authority : known).toBe(known);
  });
});

describe("internal names", () => {
  test.each<["dns" | "ip", string, boolean]>([
    ["dns", "localhost", true],
    ["dns", "NAS.Local", true],
    ["dns", "x.home.arpa", true],
    ["dns", "x.internal", true],
    ["dns", "*.lan", true],
    ["dns", "www.test", true],
    ["dns", "local.shop.de", false],
    ["dns", "internal.com", false],
    ["dns", "notlocal", true],
    ["ip", "192.168.1.1", true],
    ["ip", "172.16.0.1", true],
    ["ip", "172.32.0.1", false],
    ["ip", "100.64.0.1", true],
    ["ip", "100.128.0.1", false],
    ["ip", "8.8.8.8", false],
    ["ip", "::1", true],
    ["ip", "fd00::1", true],
    ["ip", "fe80::1", true],
    ["ip", "2001:db8::1", false],
  ])("%s %s: %s", (kind, value, internal) => {
    expect(isInternalName(kind, value)).toBe(internal);
  });
});
