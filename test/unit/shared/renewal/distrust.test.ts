import { describe, expect, test } from "vitest";
import { type DistrustedIssuer, distrustFor } from "../../../../shared/renewal/distrust.ts";
import { nameOf } from "./names.ts";

const list: readonly DistrustedIssuer[] = [
  {
    issuer: "Entrust",
    patterns: [{ cn: "Entrust .+ L1[A-Z]", o: "Entrust, Inc\\." }],
    after: "2024-11-11",
    by: "Chrome",
  },
];
const entrust = nameOf("C=US", "O=Entrust, Inc.", "CN=Entrust Certification Authority - L1K");

describe("distrust begins after the end of its day", () => {
  test.each([
    ["2024-11-11T23:59:59Z", undefined],
    ["2024-11-12T00:00:00Z", "Entrust"],
    ["2020-01-01T00:00:00Z", undefined],
    ["2030-01-01T00:00:00Z", "Entrust"],
  ])("valid from %s: %s", (notBefore, issuer) => {
    expect(distrustFor(entrust, Date.parse(notBefore), list)?.issuer).toBe(issuer);
  });

  test("another issuer is not concerned, nor a date that is none", () => {
    const other = nameOf("C=CA", "O=Entrust Limited", "CN=Entrust OV TLS Issuing RSA CA 2");
    expect(distrustFor(other, Date.parse("2030-01-01"), list)).toBeUndefined();
    expect(distrustFor(entrust, Number.NaN, list)).toBeUndefined();
  });
});
