import { X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { readPem } from "../../shared/certificate/pem.ts";
import { writePkcs7Certificates, writePkcs7Pem } from "../../shared/keystore/pkcs7/write-certificates.ts";
import { type Pkcs12Protection, writePkcs12 } from "../../shared/keystore/pkcs12/write-pkcs12.ts";
import { type Identity, type KeyKind, keyKinds, makeIdentity, sameKey } from "../support/key-files/identities.ts";
import { type Folder, output, temporaryFolder } from "../support/program.ts";

let folder: Folder;
let identities: Readonly<Record<KeyKind, Identity>>;
let authority: Identity;
let files = 0;
const name = "www.example.com";

beforeAll(async () => {
  folder = await temporaryFolder();
  const [rsa, ec, ed25519, chain] = await Promise.all([
    ...keyKinds.map((kind) => makeIdentity(folder, kind, kind)),
    makeIdentity(folder, "authority", "ec"),
  ]);
  if (!rsa || !ec || !ed25519 || !chain) throw new Error("no identities");
  identities = { rsa, ec, ed25519 };
  authority = chain;
  await output("certutil", ["-N", "-d", `sql:${folder.path}`, "--empty-password"]);
});
afterAll(() => folder.remove());

async function write(kind: KeyKind, protection: Pkcs12Protection, passphrase: string) {
  const { keyPath, certificate } = identities[kind];
  const pkcs8 = pemBlocks(await readFile(keyPath, "utf8"), "PRIVATE KEY")[0];
  if (pkcs8 === undefined) throw new Error("no key");
  const certificates = [certificate, authority.certificate];
  const order = { pkcs8, certificates, friendlyName: name, passphrase, protection, crypto };
  files += 1;
  return folder.write(`${files}.p12`, await writePkcs12(order));
}

function pemBlocks(text: string, label: string) {
  const blocks = readPem(text);
  return blocks.ok ? blocks.value.filter((block) => block.label === label).map(({ der }) => der) : [];
}

/** What a program printed in PEM, in an order of its own. */
const contents = (text: string) => ({
  certificates: pemBlocks(text, "CERTIFICATE")
    .map((der) => Buffer.from(der).toString("hex"))
    .sort(),
  keys: pemBlocks(text, "PRIVATE KEY").map(sameKey),
});

const whole = ({ certificate, key }: Identity) => ({
  certificates: [certificate, authority.certificate].map((der) => der.toString("hex")).sort(),
  keys: [key],
});

const openssl = (path: string, passphrase: string) =>
  output("openssl", ["pkcs12", "-in", path, "-passin", `pass:${passphrase}`, "-nodes"]);
/**
 * GnuTLS prints the key of the file as it finds it, encrypted; opened in a second step it says the identifier of the
 * public key (and, of Ed25519, nothing but that it has opened it).
 */
async function certtool(path: string, passphrase: string) {
  const password = passphrase === "" ? ["--empty-password"] : ["--password", passphrase];
  const printed = await output("certtool", ["--p12-info", "--inder", "--infile", path, ...password]);
  const encrypted = await folder.write("encrypted.pem", armoured("ENCRYPTED PRIVATE KEY").exec(printed)?.[0] ?? "");
  const key = await output("certtool", ["--key-info", "--pkcs8", "--infile", encrypted, ...password]);
  return { ...contents(printed), id: keyIdentifier(key) };
}

const keyIdentifier = (text: string) => /sha256:[0-9a-f]{64}/.exec(text)?.[0];

const armoured = (label: string) => new RegExp(`-----BEGIN ${label}-----[^-]*-----END ${label}-----\\n`);

const cases = keyKinds.flatMap((kind) => (["modern", "compatible"] as const).map((one) => [kind, one] as const));

describe.each(cases)("a file with a key of %s, %s", (kind, protection) => {
  test.each(["three words and 7", "grüne Birnen", "seven 🦊 foxes", ""])(
    "opens in OpenSSL and GnuTLS with %j",
    async (passphrase) => {
      const path = await write(kind, protection, passphrase);
      expect(contents(await openssl(path, passphrase))).toEqual(whole(identities[kind]));
      const original = await output("certtool", ["--key-info", "--infile", identities[kind].keyPath]);
      const found = await certtool(path, passphrase);
      expect(found.certificates).toEqual(whole(identities[kind]).certificates);
      if (kind !== "ed25519") expect(found.id).toBe(keyIdentifier(original));
    },
  );

  it("opens in Java, under its name, and the key is taken out again", async () => {
    const path = await write(kind, protection, "three words and 7");
    const copy = join(folder.path, `${kind}-${protection}.copy.p12`);
    const from = ["-srckeystore", path, "-srcstoretype", "PKCS12", "-srcstorepass", "three words and 7"];
    const to = ["-destkeystore", copy, "-deststoretype", "PKCS12", "-deststorepass", "three words and 7"];
    await output("keytool", ["-importkeystore", "-noprompt", ...from, ...to, "-srcalias", name, "-destalias", "other"]);
    expect(contents(await openssl(copy, "three words and 7")).keys).toEqual([identities[kind].key]);
  });
});

// NSS 3.87 has no keys of Ed25519.
test.each(cases.filter(([kind]) => kind !== "ed25519"))(
  "a file with a key of %s, %s, goes into NSS",
  async (kind, protection) => {
    const path = await write(kind, protection, "grüne Birnen");
    const listed = await output("pk12util", ["-l", path, "-W", "grüne Birnen", "-d", `sql:${folder.path}`]);
    expect(listed).toContain(`Friendly Name: ${name}`);
    await output("pk12util", ["-i", path, "-W", "grüne Birnen", "-d", `sql:${folder.path}`]);
  },
);

test.each(["modern", "compatible"] as const)("a trust store, %s, is listed by Java", async (protection) => {
  const certificates = [identities.rsa.certificate, authority.certificate];
  const order = { certificates, passphrase: "three words and 7", protection, crypto, friendlyName: name };
  const path = await folder.write(`trust-${protection}.p12`, await writePkcs12(order));
  const listed = await output("keytool", ["-list", "-keystore", path, "-storepass", "three words and 7"]);
  expect(listed).toContain("contains 2 entries");
  expect(listed.match(/trustedCertEntry/g)).toHaveLength(2);
});

describe("a PKCS#7 file", () => {
  const certificates = () => [identities.rsa.certificate, identities.ec.certificate, authority.certificate];
  const hexes = () =>
    certificates()
      .map((der) => der.toString("hex"))
      .sort();

  it("is read by OpenSSL, in PEM and DER", async () => {
    const pem = await folder.write("pem.p7b", writePkcs7Pem(certificates()));
    const der = await folder.write("der.p7b", writePkcs7Certificates(certificates()));
    expect(contents(await output("openssl", ["pkcs7", "-print_certs", "-in", pem])).certificates).toEqual(hexes());
    const printed = await output("openssl", ["pkcs7", "-print_certs", "-inform", "DER", "-in", der]);
    expect(contents(printed).certificates).toEqual(hexes());
  });

  it("is read by GnuTLS and Java", async () => {
    const pem = await folder.write("pem.p7b", writePkcs7Pem(certificates()));
    expect(contents(await output("certtool", ["--p7-info", "--infile", pem])).certificates).toEqual(hexes());
    const printed = await output("keytool", ["-printcert", "-rfc", "-file", pem]);
    const found = pemBlocks(printed, "CERTIFICATE")
      .map((block) => new X509Certificate(block).fingerprint256)
      .sort();
    expect(found).toEqual(
      certificates()
        .map((one) => new X509Certificate(one).fingerprint256)
        .sort(),
    );
  });
});
