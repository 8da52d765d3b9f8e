import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Certificate, PublicKey } from "../../shared/certificate/certificate.ts";
import { formatName } from "../../shared/certificate/distinguished-name.ts";
import { colonHex, sha256Hex } from "../../shared/certificate/fingerprint.ts";
import { coversHost } from "../../shared/certificate/host-names.ts";
import { isSelfIssued } from "../../shared/certificate/issuer-relation.ts";
import { parseCertificate } from "../../shared/certificate/parse-certificate.ts";
import { readPem, toPem } from "../../shared/certificate/pem.ts";
import { type Folder, output, temporaryFolder } from "../support/program.ts";

let folder: Folder;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

const subject = '/C=DE/O=Bücher, "Söhne" + Co <x>/OU= #1 \\\\ 2 /CN=www.example.com';
const names =
  "DNS:www.example.com,DNS:*.example.com,IP:192.0.2.1,IP:2001:db8::1,email:a@example.com,URI:https://example.com/";

interface Shape {
  readonly what: string;
  readonly key: readonly string[];
  readonly more?: readonly string[];
  readonly publicKey: Omit<PublicKey, "spki">;
  readonly signature: string;
}

const shapes: readonly Shape[] = [
  {
    what: "RSA 2048",
    key: ["rsa:2048"],
    publicKey: { algorithm: "rsa", bits: 2048 },
    signature: "sha256WithRSAEncryption",
  },
  {
    what: "RSA 4096",
    key: ["rsa:4096"],
    more: ["-sha512"],
    publicKey: { algorithm: "rsa", bits: 4096 },
    signature: "sha512WithRSAEncryption",
  },
  {
    what: "RSA, SHA-1",
    key: ["rsa:2048"],
    more: ["-sha1"],
    publicKey: { algorithm: "rsa", bits: 2048 },
    signature: "sha1WithRSAEncryption",
  },
  {
    what: "RSA, PSS",
    key: ["rsa:2048"],
    more: ["-sigopt", "rsa_padding_mode:pss"],
    publicKey: { algorithm: "rsa", bits: 2048 },
    signature: "rsassaPss",
  },
  {
    what: "RSA-PSS",
    key: ["rsa-pss", "-pkeyopt", "rsa_keygen_bits:2048"],
    publicKey: { algorithm: "rsa-pss", bits: 2048 },
    signature: "rsassaPss",
  },
  {
    what: "P-256",
    key: ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"],
    publicKey: { algorithm: "ec", bits: 256, curve: "P-256" },
    signature: "ecdsa-with-SHA256",
  },
  {
    what: "P-384",
    key: ["ec", "-pkeyopt", "ec_paramgen_curve:P-384"],
    more: ["-sha384"],
    publicKey: { algorithm: "ec", bits: 384, curve: "P-384" },
    signature: "ecdsa-with-SHA384",
  },
  {
    what: "P-521",
    key: ["ec", "-pkeyopt", "ec_paramgen_curve:P-521"],
    more: ["-sha512"],
    publicKey: { algorithm: "ec", bits: 521, curve: "P-521" },
    signature: "ecdsa-with-SHA512",
  },
  { what: "Ed25519", key: ["ed25519"], publicKey: { algorithm: "ed25519", bits: 255 }, signature: "ED25519" },
  { what: "Ed448", key: ["ed448"], publicKey: { algorithm: "ed448", bits: 448 }, signature: "ED448" },
];

/** One line of `openssl x509`: `name=value`. */
const field = (text: string, name: string): string | undefined => new RegExp(`^${name} ?= ?(.*)$`, "m").exec(text)?.[1];

/** OpenSSL writes IPv6 in full and upper case; the URL Standard's serialiser gives both forms one shape. */
const sameShape = (name: string): string =>
  name.replace(
    /^IP Address:(.*:.*)$/,
    (_, address) => `IP Address:${new URL(`http://[${address}]/`).hostname.slice(1, -1)}`,
  );

const labels = { dns: "DNS", ip: "IP Address", email: "email", uri: "URI", other: "other" } as const;

async function mint({ what, key: [type = "", ...options], more = [] }: Shape) {
  const keyPath = await folder.write(`${what}.key`, "");
  const pem = await output("openssl", [
    "req",
    "-x509",
    "-utf8",
    "-nodes",
    "-newkey",
    type,
    ...options,
    ...more,
    "-keyout",
    keyPath,
    "-days",
    "199",
    "-subj",
    subject,
    "-addext",
    `subjectAltName=${names}`,
    "-addext",
    "authorityInfoAccess=caIssuers;URI:http://crt.example/ca.crt,OCSP;URI:http://ocsp.example",
  ]);
  const path = await folder.write(`${what}.pem`, pem);
  const blocks = readPem(pem);
  const certificate = blocks.ok && blocks.value[0] ? parseCertificate(blocks.value[0].der) : expect.fail("no PEM");
  return { pem, path, certificate: certificate.ok ? certificate.value : expect.fail(certificate.problem.code) };
}

describe.each(shapes)("a certificate of OpenSSL's: $what", (shape) => {
  let minted: { readonly pem: string; readonly path: string; readonly certificate: Certificate };
  beforeAll(async () => {
    minted = await mint(shape);
  });

  it("says what OpenSSL says of it", async () => {
    const { path, certificate } = minted;
    const args = ["x509", "-noout", "-serial", "-dates", "-fingerprint", "-sha256", "-in", path];
    const text = await output("openssl", args);
    expect(certificate.serial.replace(/^00/, "").toUpperCase()).toBe(field(text, "serial"));
    expect(certificate.notBefore).toBe(Date.parse(field(text, "notBefore") ?? ""));
    expect(certificate.notAfter).toBe(Date.parse(field(text, "notAfter") ?? ""));
    expect(colonHex(await sha256Hex(certificate.der))).toBe(field(text, "sha256 Fingerprint"));

    const extensions = await output("openssl", [
      "x509",
      "-noout",
      "-in",
      path,
      "-ext",
      "subjectAltName,subjectKeyIdentifier,authorityInfoAccess",
    ]);
    const listed = /Alternative Name:[^\n]*\n\s*(.*)/.exec(extensions)?.[1]?.split(", ").map(sameShape);
    expect(certificate.alternativeNames.map(({ kind, value }) => `${labels[kind]}:${value}`)).toEqual(listed);
    expect(extensions).toContain(colonHex(certificate.subjectKeyIdentifier ?? "none"));
    expect(certificate.issuerUrls).toEqual(["http://crt.example/ca.crt"]);
  });

  it("has the key and the signature that were asked for", async () => {
    const { path, certificate } = minted;
    const { spki, ...key } = certificate.publicKey;
    expect(key).toEqual(shape.publicKey);
    expect(certificate.signature).toMatchObject({ name: shape.signature, weak: shape.what.includes("SHA-1") });
    expect(toPem("PUBLIC KEY", spki)).toBe(await output("openssl", ["x509", "-noout", "-pubkey", "-in", path]));
  });

  it("is named as OpenSSL names it by RFC 4514", async () => {
    const { path, certificate } = minted;
    const options = ["-nameopt", "esc_2253,utf8,sep_comma_plus,dn_rev,sname"];
    const text = await output("openssl", ["x509", "-noout", "-subject", "-in", path, ...options]);
    expect(formatName(certificate.subject)).toBe(field(text, "subject"));
    expect(isSelfIssued(certificate)).toBe(true);
    expect(certificate.isAuthority).toBe(true);
  });

  it("becomes the same PEM again", () => {
    expect(toPem("CERTIFICATE", minted.certificate.der)).toBe(minted.pem);
  });
});

describe("OpenSSL's check of host names", () => {
  const hosts = [
    "www.example.com",
    "WWW.EXAMPLE.COM",
    "a.example.com",
    "a.b.example.com",
    "example.com",
    "www.example.org",
  ];
  const addresses = ["192.0.2.1", "192.0.2.2", "2001:db8::1", "2001:db8:0:0::1", "::1"];

  it("agrees", async () => {
    const { path, certificate } = await mint({ ...(shapes[5] ?? expect.fail()), what: "hosts" });
    const checks = [...hosts.map((host) => ["-checkhost", host]), ...addresses.map((host) => ["-checkip", host])];
    for (const [option = "", host = ""] of checks) {
      const text = await output("openssl", ["x509", "-noout", "-in", path, option, host]);
      expect(coversHost(certificate.alternativeNames, host), host).toBe(/does match/.test(text));
    }
  });
});
