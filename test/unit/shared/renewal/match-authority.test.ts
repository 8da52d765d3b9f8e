import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { contentFolder } from "../../../../extension/content/content-folder.ts";
import type { DistinguishedName } from "../../../../shared/certificate/certificate.ts";
import { readContent } from "../../../../shared/guide/read-content.ts";
import { matchAuthority } from "../../../../shared/renewal/match-authority.ts";
import { nameOf } from "./names.ts";

const content = await readContent(contentFolder(join(import.meta.dirname, "../../../../shared/content")));
const authorities = content.ok ? content.value.authorities : [];
const idOf = (issuer: DistinguishedName): string | undefined => matchAuthority(issuer, authorities)?.id;

/** Issuers as they stand in certificates that are public. */
const issuers: readonly (readonly [string, ...string[]])[] = [
  [
    "entrust-legacy",
    "C=US",
    "O=Entrust, Inc.",
    "OU=See www.entrust.net/legal-terms",
    "OU=(c) 2012 Entrust, Inc. - for authorized use only",
    "CN=Entrust Certification Authority - L1K",
  ],
  [
    "entrust-legacy",
    "C=US",
    "O=Entrust, Inc.",
    "OU=See www.entrust.net/legal-terms",
    "CN=Entrust Certification Authority - L1F",
  ],
  ["entrust-legacy", "C=US", "O=Entrust, Inc.", "CN=Entrust Certification Authority - L1M"],
  ["entrust-legacy", "C=US", "O=Entrust, Inc.", "CN=Entrust Certification Authority - L1E"],
  ["entrust-sslcom", "C=US", "O=SSL Corporation", "CN=Entrust OV TLS Issuing RSA CA 1"],
  ["entrust-sslcom", "C=US", "O=SSL Corporation", "CN=Entrust EV TLS Issuing ECC CA 1"],
  ["entrust-sectigo", "C=CA", "O=Entrust Limited", "CN=Entrust OV TLS Issuing RSA CA 2"],
  ["entrust-sectigo", "C=CA", "O=Entrust Limited", "CN=Entrust DV TLS Issuing RSA CA 2"],
  ["sectigo", "C=GB", "O=Sectigo Limited", "CN=Sectigo Public Server Authentication CA DV R36"],
  ["sectigo", "C=GB", "O=Sectigo Limited", "CN=Sectigo Public Server Authentication CA DV E36"],
  ["sectigo", "C=GB", "O=Sectigo Limited", "CN=Sectigo Public Server Authentication CA OV R36"],
  [
    "sectigo",
    "C=GB",
    "ST=Greater Manchester",
    "L=Salford",
    "O=Sectigo Limited",
    "CN=Sectigo RSA Domain Validation Secure Server CA",
  ],
  [
    "sectigo",
    "C=GB",
    "ST=Greater Manchester",
    "L=Salford",
    "O=COMODO CA Limited",
    "CN=COMODO RSA Domain Validation Secure Server CA",
  ],
  [
    "sectigo",
    "C=US",
    "ST=New Jersey",
    "L=Jersey City",
    "O=The USERTRUST Network",
    "CN=USERTrust RSA Certification Authority",
  ],
  ["digicert", "C=US", "O=DigiCert Inc", "CN=DigiCert Global G2 TLS RSA SHA256 2020 CA1"],
  ["digicert", "C=US", "O=DigiCert, Inc.", "CN=DigiCert Global G3 TLS ECC SHA384 2020 CA1"],
  ["digicert", "C=US", "O=DigiCert Inc", "OU=www.digicert.com", "CN=GeoTrust TLS RSA CA G1"],
  ["digicert", "C=US", "O=DigiCert Inc", "OU=www.digicert.com", "CN=Thawte TLS RSA CA G1"],
  ["digicert", "C=US", "O=thawte, Inc.", "CN=thawte SSL CA - G2"],
  ["rapidssl", "C=US", "O=DigiCert Inc", "OU=www.digicert.com", "CN=RapidSSL TLS RSA CA G1"],
  ["encryption-everywhere", "C=US", "O=DigiCert Inc", "OU=www.digicert.com", "CN=Encryption Everywhere DV TLS CA - G2"],
  ["globalsign", "C=BE", "O=GlobalSign nv-sa", "CN=GlobalSign Atlas R3 DV TLS CA 2025 Q4"],
  ["globalsign", "C=BE", "O=GlobalSign nv-sa", "CN=GlobalSign GCC R3 DV TLS CA 2020"],
  ["globalsign", "C=BE", "O=GlobalSign nv-sa", "CN=GlobalSign RSA OV SSL CA 2018"],
  ["alphassl", "C=BE", "O=GlobalSign nv-sa", "CN=GlobalSign GCC R6 AlphaSSL CA 2025"],
  ["alphassl", "C=BE", "O=GlobalSign nv-sa", "CN=AlphaSSL CA - SHA256 - G4"],
  [
    "godaddy",
    "C=US",
    "ST=Arizona",
    "L=Scottsdale",
    "O=GoDaddy.com, Inc.",
    "OU=http://certs.godaddy.com/repository/",
    "CN=Go Daddy Secure Certificate Authority - G2",
  ],
  [
    "godaddy",
    "C=US",
    "ST=Arizona",
    "L=Scottsdale",
    "O=Starfield Technologies, Inc.",
    "CN=Starfield Secure Certificate Authority - G2",
  ],
  ["letsencrypt", "C=US", "O=Let's Encrypt", "CN=E8"],
  ["letsencrypt", "C=US", "O=Let's Encrypt", "CN=R13"],
  ["letsencrypt", "C=US", "O=Let's Encrypt", "CN=YE1"],
  ["letsencrypt", "C=US", "O=Let's Encrypt", "CN=Let's Encrypt Authority X3"],
];

describe("an issuer leads to its authority", () => {
  test.each(issuers)("%s: %s, %s, %s", (id, ...attributes) => {
    expect(idOf(nameOf(...attributes))).toBe(id);
    expect(idOf(nameOf(...attributes.toReversed()))).toBe(id);
    expect(idOf(nameOf(...attributes.map((text) => text.replace(/=.*/s, (value) => value.toUpperCase()))))).toBe(id);
    expect(idOf(nameOf(...attributes.map((text) => text.replace("=", "=  ").replace(" ", "  "))))).toBe(id);
    expect(idOf([nameOf(...attributes).flat()])).toBe(id);
  });

  test("every authority is reached, and by one only", () => {
    const reached = issuers.map(([, ...attributes]) => {
      const issuer = nameOf(...attributes);
      const matching = authorities.filter((authority) => matchAuthority(issuer, [authority]) !== undefined);
      expect(matching.map(({ id }) => id)).toHaveLength(1);
      return matching[0]?.id;
    });
    expect(new Set(reached)).toEqual(new Set(authorities.map(({ id }) => id)));
  });
});

describe("a look-alike leads nowhere", () => {
  test.each([
    [["C=GB", "O=Not Sectigo Limited", "CN=Sectigo Public Server Authentication CA DV R36"]],
    [["C=GB", "O=Sectigo Limited Fan Club", "CN=Sectigo Public Server Authentication CA DV R36"]],
    [["C=GB", "O=x, O=Sectigo Limited", "CN=Sectigo Public Server Authentication CA DV R36"]],
    [["C=GB", "O=Sectigo Limited", "CN=Some Company CA"]],
    [["C=GB", "O=Sectigo Limited", "CN=Sectigo"]],
    [["C=DE", "O=Sectigo Limited", "CN=Sectigo Public Server Authentication CA DV R36"]],
    [["O=Sectigo Limited", "CN=Sectigo Public Server Authentication CA DV R36"]],
    [["C=GB", "CN=Sectigo Public Server Authentication CA DV R36"]],
    [["C=GB", "OU=Sectigo Limited", "CN=Sectigo Public Server Authentication CA DV R36"]],
    [["C=GB", "O=Sectigo Limited", "O=Evil", "CN=Sectigo Public Server Authentication CA DV R36"]],
    [["C=GB", "O=Evil", "O=Sectigo Limited", "CN=Sectigo Public Server Authentication CA DV R36"]],
    [["C=GB", "O=Sectigo Limited", "CN=Sectigo A", "CN=Evil"]],
    [["C=US", "O=Entrust, Inc.", "CN=Entrust OV TLS Issuing RSA CA 2"]],
    [["C=CA", "O=Entrust Limited", "CN=Entrust OV TLS Issuing RSA CA 1"]],
    [["C=US", "O=DigiCert Inc", "CN=Microsoft Azure RSA TLS Issuing CA 03"]],
    [["C=BE", "O=GlobalSign", "CN=GlobalSign RSA OV SSL CA 2018"]],
    [["C=US", "O=GoDaddyXcom, Inc.", "CN=Go Daddy Secure Certificate Authority - G2"]],
    [["C=US", "O=Let's Encrypt", "CN=E8\nCN=E8"]],
    [["C=US", "O=Let's Encrypt", "CN=E8x"]],
    [["C=US", "O=(STAGING) Let's Encrypt", "CN=(STAGING) Ersatz Edamame E1"]],
    [["CN=C=GB, O=Sectigo Limited, CN=Sectigo X"]],
    [[]],
  ])("%j", (attributes) => {
    expect(idOf(nameOf(...attributes))).toBeUndefined();
  });
});

test("a hostile name comes to an end and matches nobody", () => {
  const long = "a".repeat(100_000);
  const hostile = [
    nameOf("C=GB", "O=Sectigo Limited", `CN=Sectigo ${long}`),
    nameOf(...Array.from({ length: 10_000 }, (_, index) => `O=Sectigo ${index}`)),
    nameOf("C=US", "O=Entrust, Inc.", `CN=Entrust ${"DV OV EV TLS ".repeat(19)}`),
  ];
  for (const issuer of hostile) expect(idOf(issuer)).toBeUndefined();
});
