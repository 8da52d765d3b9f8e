import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as pkijs from "pkijs";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { type ReadPkcs12Options, readPkcs12 } from "../../shared/keystore/pkcs12/read-pkcs12.ts";
import { type Identity, type KeyKind, keyKinds, makeIdentity, sameKey } from "../support/key-files/identities.ts";
import { type Folder, output, run, temporaryFolder } from "../support/program.ts";

let folder: Folder;
let identities: Readonly<Record<KeyKind, Identity>>;
let authority: Identity;
let files = 0;

beforeAll(async () => {
  folder = await temporaryFolder();
  const [rsa, ec, ed25519, chain] = await Promise.all([
    ...keyKinds.map((kind) => makeIdentity(folder, kind, kind)),
    makeIdentity(folder, "authority", "ec"),
  ]);
  if (!rsa || !ec || !ed25519 || !chain) throw new Error("no identities");
  identities = { rsa, ec, ed25519 };
  authority = chain;
});
afterAll(() => folder.remove());

const newPath = () => {
  files += 1;
  return join(folder.path, `${files}.p12`);
};

async function read(path: string, passphrase: string, options?: ReadPkcs12Options) {
  const opened = await readPkcs12(await readFile(path), passphrase, options);
  if (!opened.ok) return opened.problem;
  const { certificates, keys, unopenedKeys } = opened.value;
  return {
    // Programs order them as they like.
    certificates: certificates.map(({ der }) => Buffer.from(der).toString("hex")).sort(),
    names: certificates.map(({ friendlyName }) => friendlyName).filter((name) => name !== undefined),
    ids: new Set([...certificates, ...keys].map(({ localKeyId }) => localKeyId).filter((id) => id !== undefined)).size,
    keys: keys.map(({ pkcs8 }) => sameKey(pkcs8)),
    unopenedKeys,
  };
}

const whole = ({ certificate, key }: Identity, more: readonly Identity[] = [authority]) => ({
  certificates: [certificate, ...more.map((one) => one.certificate)].map((der) => der.toString("hex")).sort(),
  keys: [key],
  unopenedKeys: [],
});

async function openssl({ keyPath, certificatePath }: Identity, passphrase: string, ...options: readonly string[]) {
  const path = newPath();
  const input = ["-inkey", keyPath, "-in", certificatePath, "-certfile", authority.certificatePath, "-name", "mine"];
  await output("openssl", ["pkcs12", "-export", ...input, "-passout", `pass:${passphrase}`, "-out", path, ...options]);
  return path;
}

const both = (scheme: string) => ["-legacy", "-keypbe", scheme, "-certpbe", scheme];

describe.each(keyKinds)("files of OpenSSL with a key of %s", (kind) => {
  test.each([
    [[]],
    [["-legacy"]],
    [["-keypbe", "NONE", "-certpbe", "NONE"]],
    [["-nomac"]],
    [["-nomac", "-keypbe", "NONE", "-certpbe", "NONE"]],
    [["-iter", "1"]],
    [["-iter", "100000"]],
    [["-nomaciter"]],
    [["-legacy", "-iter", "20000"]],
    [["-CSP", "Microsoft Enhanced Cryptographic Provider v1.0", "-keyex"]],
  ])("%j", async (options) => {
    const found = await read(await openssl(identities[kind], "secret 1", ...options), "secret 1");
    expect(found).toMatchObject({ ...whole(identities[kind]), names: ["mine"], ids: 1 });
  });
});

describe("algorithms of OpenSSL", () => {
  const schemes = [
    ["PBE-SHA1-3DES", "PBE-SHA1-2DES", "PBE-SHA1-RC2-128", "PBE-SHA1-RC2-40", "PBE-SHA1-RC4-128", "PBE-SHA1-RC4-40"],
    ["aes-128-cbc", "aes-192-cbc", "aes-256-cbc", "des-ede3-cbc", "des-cbc", "rc2-cbc", "rc2-64-cbc", "rc2-40-cbc"],
  ].flat();
  test.each(schemes)("%s", async (scheme) => {
    const path = await openssl(identities.ec, "secret 1", ...both(scheme));
    expect(await read(path, "secret 1")).toMatchObject(whole(identities.ec));
    expect(await read(path, "secret 2")).toEqual({ code: "wrong-passphrase" });
    expect(await read(path, "")).toEqual({ code: "needs-passphrase" });
  });

  test.each(["sha1", "sha224", "sha256", "sha384", "sha512", "sha512-224", "sha512-256"])(
    "MAC with %s",
    async (name) => {
      const path = await openssl(identities.ec, "secret 1", "-macalg", name);
      expect(await read(path, "secret 1")).toMatchObject(whole(identities.ec));
      expect(await read(path, "secret 2")).toEqual({ code: "wrong-passphrase" });
    },
  );

  test.each([
    ["MAC with MD5", ["-macalg", "md5"]],
    ["MAC with SHA3-256", ["-macalg", "sha3-256"]],
    ["Camellia-256-CBC", both("camellia-256-cbc")],
    ["ARIA-256-CBC", both("aria-256-cbc")],
    ["SEED-CBC", both("seed-cbc")],
    ["Blowfish-CBC", both("bf-cbc")],
    ["CAST5-CBC", both("cast5-cbc")],
    ["PBE-MD5-DES", both("PBE-MD5-DES")],
    ["PBE-SHA1-DES", both("PBE-SHA1-DES")],
    ["PBE-MD5-RC2-64", both("PBE-MD5-RC2-64")],
  ])("%s is named as missing", async (algorithm, options) => {
    const path = await openssl(identities.ec, "secret 1", ...options);
    expect(await read(path, "secret 1")).toEqual({ code: "unsupported-algorithm", algorithm });
  });
});

describe.each([
  "",
  "x",
  "three words and 7",
  "grüne Birnen",
  "gru\u0308ne Birnen",
  "пароль со словами",
  "seven 🦊 foxes",
  "\"'\\$`;|&",
  "  spaces  ",
  "y".repeat(300),
])("the passphrase %j", (passphrase) => {
  it.each([[[]], [["-legacy"]], [["-nomac"]]])("opens files of OpenSSL: %j", async (options) => {
    const path = await openssl(identities.ec, passphrase, ...options);
    expect(await read(path, passphrase)).toMatchObject(whole(identities.ec));
  });
});

async function certtool({ keyPath, certificatePath }: Identity, options: readonly string[]) {
  const path = newPath();
  const input = ["--load-privkey", keyPath, "--load-certificate", certificatePath];
  const chain = ["--load-ca-certificate", authority.certificatePath, "--p12-name", "mine"];
  await output("certtool", ["--to-p12", ...input, ...chain, "--outfile", path, ...options]);
  return path;
}

describe("files of GnuTLS", () => {
  // Composed: what GnuTLS 3.7 seals with a decomposed passphrase, OpenSSL does not open either.
  test.each(["", "grüne Birnen", "seven 🦊 foxes", "y".repeat(300)])("with the passphrase %j", async (passphrase) => {
    const path = await certtool(identities.ec, passphrase === "" ? ["--empty-password"] : ["--password", passphrase]);
    expect(await read(path, passphrase)).toMatchObject(whole(identities.ec));
  });

  test.each([
    ...["3des", "3des-pkcs12", "aes-128", "aes-192", "aes-256", "rc2-40", "arcfour"].map((cipher) => [
      "--pkcs-cipher",
      cipher,
    ]),
    ["--outder"],
    ...["SHA1", "SHA384", "SHA512"].map((hash) => ["--hash", hash]),
  ])("%s %s", async (...options) => {
    const path = await certtool(identities.rsa, ["--password", "secret 1", ...options]);
    expect(await read(path, "secret 1")).toMatchObject({ ...whole(identities.rsa), names: ["mine"] });
  });

  test.each(keyKinds)("with a key of %s", async (kind) => {
    const path = await certtool(identities[kind], ["--password", "secret 1", "--outder"]);
    expect(await read(path, "secret 1")).toMatchObject(whole(identities[kind]));
  });

  test.each(["3des-pkcs12", "aes-256"])("without a passphrase, which is not the empty one: %s", async (cipher) => {
    const path = await certtool(identities.ec, ["--null-password", "--pkcs-cipher", cipher]);
    expect(await read(path, "")).toMatchObject(whole(identities.ec));
  });
});

describe("files of Java", () => {
  async function keytool(source: string, options: readonly string[]) {
    const path = newPath();
    const from = ["-srckeystore", source, "-srcstoretype", "PKCS12", "-srcstorepass", "secret 1"];
    const to = ["-destkeystore", path, "-deststoretype", "PKCS12", "-deststorepass", "secret 1"];
    await output("keytool", ["-importkeystore", "-noprompt", ...from, ...to, ...options]);
    return path;
  }

  test.each([
    ["rsa", []],
    ["ec", []],
    ["ed25519", []],
    ["rsa", ["-J-Dkeystore.pkcs12.legacy"]],
    ["ec", ["-J-Dkeystore.pkcs12.macAlgorithm=HmacPBESHA512", "-J-Dkeystore.pkcs12.certPbeIterationCount=70000"]],
    ["ec", ["-J-Dkeystore.pkcs12.certProtectionAlgorithm=NONE", "-J-Dkeystore.pkcs12.macAlgorithm=NONE"]],
  ] as const)("%s %j", async (kind, options) => {
    const path = await keytool(await openssl(identities[kind], "secret 1"), options);
    // Java keeps of the other certificates only those that lead from the key's to an authority.
    expect(await read(path, "secret 1")).toMatchObject({ ...whole(identities[kind], []), names: ["mine"], ids: 1 });
  });

  it("a trust store: certificates without keys", async () => {
    const path = newPath();
    for (const { certificatePath } of [authority, identities.rsa]) {
      const store = ["-keystore", path, "-storetype", "PKCS12", "-storepass", "secret 2", "-alias", certificatePath];
      await output("keytool", ["-importcert", "-noprompt", "-file", certificatePath, ...store]);
    }
    expect(await read(path, "secret 2")).toMatchObject({ ...whole(identities.rsa), keys: [] });
  });
});

describe("files of NSS", () => {
  let database: string;
  beforeAll(async () => {
    database = `sql:${folder.path}`;
    await output("certutil", ["-N", "-d", database, "--empty-password"]);
    for (const kind of ["rsa", "ec"] as const) {
      const path = newPath();
      const { keyPath, certificatePath } = identities[kind];
      const input = ["-inkey", keyPath, "-in", certificatePath, "-name", kind, "-passout", "pass:x"];
      await output("openssl", ["pkcs12", "-export", ...input, "-out", path]);
      await output("pk12util", ["-i", path, "-W", "x", "-d", database]);
    }
  });

  test.each([
    ["rsa", "secret 1", []],
    ["ec", "grüne Birnen", []],
    ["ec", "seven 🦊 foxes", []],
    ["ec", "", []],
    ["ec", "secret 1", both12("AES-128-CBC")],
    ["ec", "grüne Birnen", both12("AES-256-CBC")],
    ["ec", "grüne Birnen", both12("DES-EDE3-CBC")],
    ["ec", "secret 1", both12("RC2-CBC")],
    ["ec", "grüne Birnen", both12("PKCS #12 V2 PBE With SHA-1 And 3KEY Triple DES-CBC")],
    ["ec", "secret 1", both12("PKCS #12 V2 PBE With SHA-1 And 40 Bit RC2 CBC")],
    ["ec", "secret 1", both12("PKCS #12 V2 PBE With SHA-1 And 128 Bit RC4")],
  ] as const)("%s, %j, %j", async (kind, passphrase, options) => {
    const path = newPath();
    await output("pk12util", ["-o", path, "-n", kind, "-W", passphrase, "-d", database, ...options]);
    expect(await read(path, passphrase)).toMatchObject({ ...whole(identities[kind], []), names: [kind], ids: 1 });
  });
});

function both12(cipher: string): readonly string[] {
  return ["-c", cipher, "-C", cipher];
}

describe("the vectors of pyca/cryptography", () => {
  const vectors = "/usr/lib/python3/dist-packages/cryptography_vectors";
  const passphrases = ["cryptography", "password", ""];

  it("open with their passphrase to as much as OpenSSL finds in them, or name what is missing", async () => {
    const listed = await output("dpkg", ["-L", "python3-cryptography-vectors"]);
    const paths = listed.split("\n").filter((path) => path.startsWith(`${vectors}/pkcs12/`) && path.endsWith(".p12"));
    expect(paths.length).toBeGreaterThan(25);
    for (const path of paths) {
      for (const passphrase of passphrases) {
        const args = ["pkcs12", "-legacy", "-in", path, "-passin", `pass:${passphrase}`, "-nodes"];
        const theirs = await run("openssl", args);
        const ours = await read(path, passphrase);
        if (theirs.status !== 0)
          expect(["wrong-passphrase", "needs-passphrase"]).toContain("code" in ours && ours.code);
        else {
          const count = (label: string) => theirs.stdout.split(`-----BEGIN ${label}-----`).length - 1;
          expect(ours).toMatchObject({ keys: { length: count("PRIVATE KEY") } });
          expect(ours).toMatchObject({ certificates: { length: count("CERTIFICATE") } });
        }
      }
    }
  });

  it("of PKITS, written in 2011, open one and all", async () => {
    const listed = await output("dpkg", ["-L", "python3-cryptography-vectors"]);
    const paths = listed.split("\n").filter((path) => /PKITS_data\/pkcs12\/.*\.p12$/.test(path));
    expect(paths.length).toBeGreaterThan(400);
    for (const path of paths) {
      const opened = await readPkcs12(await readFile(path), "password");
      expect(opened).toMatchObject({ ok: true, value: { keys: { length: 1 }, unopenedKeys: [], sealed: true } });
    }
  });
});

it("opens what PKI.js writes, in BER and with a salt of 64 bytes", async () => {
  pkijs.setEngine("webcrypto", new pkijs.CryptoEngine({ name: "webcrypto", crypto }));
  const { certificate } = identities.ec;
  const password = new TextEncoder().encode("secret 1").buffer;
  const bag = new pkijs.SafeBag({
    bagId: "1.2.840.113549.1.12.10.1.3",
    bagValue: new pkijs.CertBag({ parsedValue: pkijs.Certificate.fromBER(new Uint8Array(certificate)) }),
  });
  const safes = { privacyMode: 1, value: new pkijs.SafeContents({ safeBags: [bag] }) };
  const pfx = new pkijs.PFX({
    parsedValue: {
      integrityMode: 0,
      authenticatedSafe: new pkijs.AuthenticatedSafe({ parsedValue: { safeContents: [safes] } }),
    },
  });
  const contentEncryptionAlgorithm = { name: "AES-CBC", length: 256 };
  const encryption = { password, contentEncryptionAlgorithm, hmacHashAlgorithm: "SHA-256", iterationCount: 2048 };
  await pfx.parsedValue?.authenticatedSafe?.makeInternalValues({ safeContents: [encryption] });
  await pfx.makeInternalValues({
    password,
    iterations: 2048,
    pbkdf2HashAlgorithm: "SHA-256",
    hmacHashAlgorithm: "SHA-256",
  });
  const path = newPath();
  await folder.write(path.slice(folder.path.length + 1), new Uint8Array(pfx.toSchema().toBER()));
  expect(await read(path, "secret 1")).toMatchObject({ certificates: [certificate.toString("hex")], keys: [] });
});
