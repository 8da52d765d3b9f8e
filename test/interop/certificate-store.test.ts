import { X509Certificate } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { rootCertificates } from "node:tls";
import { describe, expect, it } from "vitest";
import type { Certificate } from "../../shared/certificate/certificate.ts";
import { attribute } from "../../shared/certificate/distinguished-name.ts";
import { sha256Hex } from "../../shared/certificate/fingerprint.ts";
import { parseCertificate } from "../../shared/certificate/parse-certificate.ts";
import { readPem } from "../../shared/certificate/pem.ts";

/** Debian's list of authorities; elsewhere Node's own one has to do. */
const installed = "/etc/ssl/certs/ca-certificates.crt";
const stores: readonly (readonly [name: string, pem: string])[] = [
  ["Node's authorities", rootCertificates.join("\n")],
  ...(existsSync(installed) ? [["the system's authorities", readFileSync(installed, "utf8")] as const] : []),
];

/** Node's names for what we call by the fields'. */
const curves: Readonly<Record<string, string>> = { prime256v1: "P-256", secp384r1: "P-384", secp521r1: "P-521" };

function nodeKey({ publicKey }: X509Certificate) {
  const { modulusLength, namedCurve } = publicKey.asymmetricKeyDetails ?? {};
  return { algorithm: publicKey.asymmetricKeyType, size: modulusLength ?? curves[namedCurve ?? ""] };
}

const ourKey = ({ publicKey: { algorithm, bits, curve } }: Certificate) => ({ algorithm, size: curve ?? bits });

describe.each(stores)("every certificate of %s", (_, pem) => {
  const blocks = readPem(pem);
  const ders = blocks.ok ? blocks.value.map(({ der }) => der) : [];

  it("is found", () => {
    expect(ders.length).toBe(pem.split("-----BEGIN CERTIFICATE-----").length - 1);
    expect(ders.length).toBeGreaterThan(50);
  });

  it("says what Node says of it", async () => {
    for (const der of ders) {
      const parsed = parseCertificate(der);
      const certificate = parsed.ok ? parsed.value : expect.fail(parsed.problem.code);
      const node = new X509Certificate(der);
      const facts = {
        notBefore: certificate.notBefore,
        notAfter: certificate.notAfter,
        serial: BigInt(`0x${certificate.serial}`),
        sha256: (await sha256Hex(der)).toUpperCase(),
        isAuthority: certificate.isAuthority,
        key: ourKey(certificate),
        spki: Buffer.from(certificate.publicKey.spki).toString("hex"),
        commonName: attribute(certificate.subject, "CN"),
        organisation: attribute(certificate.issuer, "O"),
      };
      const { subject, issuer } = node.toLegacyObject();
      expect(facts).toEqual({
        notBefore: Date.parse(node.validFrom),
        notAfter: Date.parse(node.validTo),
        serial: BigInt(`0x${node.serialNumber}`),
        sha256: node.fingerprint256.replaceAll(":", ""),
        isAuthority: node.ca,
        key: nodeKey(node),
        spki: node.publicKey.export({ type: "spki", format: "der" }).toString("hex"),
        commonName: [subject.CN].flat().at(-1),
        organisation: [issuer.O].flat().at(-1),
      });
      expect(certificate.damagedExtensions).toBeUndefined();
    }
  });
});
