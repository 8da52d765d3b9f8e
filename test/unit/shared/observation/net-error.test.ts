import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { refusalOf } from "../../../../shared/observation/net-error.ts";

describe("what a failed request says of the certificate", () => {
  it.each([
    ["net::ERR_CERT_DATE_INVALID", "outside-validity"],
    ["net::ERR_CERT_AUTHORITY_INVALID", "untrusted"],
    ["net::ERR_CERT_COMMON_NAME_INVALID", "wrong-name"],
    ["net::ERR_CERT_REVOKED", "revoked"],
    ["net::ERR_CERT_WEAK_SIGNATURE_ALGORITHM", "refused"],
    ["Peer’s Certificate has expired.", "outside-validity"],
    ["The certificate is not trusted because it is self-signed.", "untrusted"],
    ["Das Zertifikat der Gegenstelle ist abgelaufen.", "refused"],
  ])("%s → %s", (error, trust) => {
    expect(refusalOf(error)).toBe(trust);
  });

  it.each([
    "net::ERR_CONNECTION_RESET",
    "net::ERR_ABORTED",
    "net::ERR_SSL_PROTOCOL_ERROR",
    "NS_ERROR_NET_RESET",
    "NS_BINDING_ABORTED",
    "",
  ])("%j is not about a certificate", (error) => {
    expect(refusalOf(error)).toBeUndefined();
  });

  it("takes any text without a throw", () => {
    fc.assert(fc.property(fc.string(), (error) => void refusalOf(error)));
    expect(refusalOf("constructor")).toBe("refused");
    expect(refusalOf("__proto__")).toBe("refused");
  });
});
