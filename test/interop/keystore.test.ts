import { fileURLToPath } from "node:url";
import * as pkijs from "pkijs";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { readPem } from "../../shared/certificate/pem.ts";
import { decryptPrivateKey, encryptPrivateKey } from "../../shared/keystore/encrypted-private-key.ts";
import { type KeyChoice, keyChoices } from "../../shared/request/key-parameters.ts";
import { makeRenewalMaterial } from "../../shared/request/renewal-material.ts";
import { type Folder, output, run, temporaryFolder } from "../support/program.ts";

let folder: Folder;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

async function materialFor(choice: KeyChoice, passphrase: string) {
  const material = await makeRenewalMaterial({
    names: [{ kind: "dns", value: "www.example.com" }],
    choice,
    passphrase,
    crypto,
  });
  if (!material.ok) throw new Error(JSON.stringify(material.problem));
  const { files, encryptedKeyPem, requestPem } = material.value;
  return {
    key: await folder.write(files.key, encryptedKeyPem),
    request: await folder.write(files.request, requestPem),
    passphraseFile: await folder.write("passphrase", passphrase),
    wrongFile: await folder.write("wrong", `${passphrase}x`),
    ...material.value,
  };
}

describe.each(keyChoices)("the encrypted key %s", (choice) => {
  const passphrase = "three words and 7";

  it("opens in OpenSSL, GnuTLS and Java, and is the key of the request", async () => {
    const { key, request, passphraseFile, spkiSha256 } = await materialFor(choice, passphrase);

    const ofKey = await output("openssl", ["pkey", "-in", key, "-passin", `file:${passphraseFile}`, "-pubout"]);
    expect(ofKey).toMatch(/^-----BEGIN PUBLIC KEY-----/);
    expect(ofKey).toBe(await output("openssl", ["req", "-in", request, "-noout", "-pubkey"]));

    const spki = readPem(ofKey);
    if (!spki.ok) throw new Error(spki.problem.code);
    const [block] = spki.value;
    const digest = await crypto.subtle.digest("SHA-256", block?.der ?? new Uint8Array());
    expect(Buffer.from(digest).toString("hex")).toBe(spkiSha256);

    const gnutls = await output("certtool", ["--key-info", "--pkcs8", "--infile", key, "--password", passphrase]);
    expect(gnutls).toContain("Cipher: AES-256-CBC");
    expect(gnutls).toContain("Iteration count: 600000");
    expect(gnutls).toContain("Salt size: 16");
    expect(gnutls).toMatch(choice === "ec-p256" ? /EC\/ECDSA/ : /Public Key Algorithm: RSA/);

    const program = fileURLToPath(new URL("./OpenKey.java", import.meta.url));
    const java = await output("java", [program, key, passphraseFile, choice.startsWith("ec") ? "EC" : "RSA"]);
    expect(java).toBe("PKCS#8\n");
  });

  it("opens for none of them with another passphrase", async () => {
    const { key, wrongFile } = await materialFor(choice, passphrase);
    expect((await run("openssl", ["pkey", "-in", key, "-passin", `file:${wrongFile}`, "-noout"])).status).not.toBe(0);
    const wrong = await run("certtool", ["--key-info", "--pkcs8", "--infile", key, "--password", `${passphrase}x`]);
    expect(wrong.status).not.toBe(0);
  });
});

test.each([
  ["an umlaut, typed composed", "grüne Birnen"],
  ["an umlaut, typed decomposed", "gru\u0308ne Birnen"],
  ["another script", "пароль со словами"],
  ["a character beyond the basic plane", "seven 🦊 foxes"],
  ["quotes, a backslash and a dollar sign", "\"'\\$`;|&"],
  ["spaces at both ends", "  four words  "],
  ["the longest that is taken", "x".repeat(1000)],
])("a passphrase with %s opens the key as a keyboard gives it (NFC)", async (_, passphrase) => {
  const { key, passphraseFile } = await materialFor("ec-p256", passphrase);
  const typed = passphrase.normalize("NFC");
  await folder.write("passphrase", typed);
  const opened = await run("openssl", ["pkey", "-in", key, "-passin", `file:${passphraseFile}`, "-noout"]);
  expect(opened).toMatchObject({ status: 0 });
  const gnutls = await run("certtool", ["--key-info", "--pkcs8", "--infile", key, "--password", typed]);
  expect(gnutls).toMatchObject({ status: 0 });
});

it("is read by PKI.js, an implementation of its own", async () => {
  const { encryptedKeyPem } = await materialFor("ec-p256", "three words and 7");
  const blocks = readPem(encryptedKeyPem);
  if (!blocks.ok) throw new Error(blocks.problem.code);
  pkijs.setEngine("webcrypto", new pkijs.CryptoEngine({ name: "webcrypto", crypto }));
  const bag = pkijs.PKCS8ShroudedKeyBag.fromBER(new Uint8Array(blocks.value[0]?.der ?? []));
  const engine = pkijs.getCrypto(true);
  const plain = await engine.decryptEncryptedContentInfo({
    encryptedContentInfo: new pkijs.EncryptedContentInfo({
      contentEncryptionAlgorithm: bag.encryptionAlgorithm,
      encryptedContent: bag.encryptedData,
    }),
    password: new TextEncoder().encode("three words and 7").buffer,
  });
  const ours = await decryptPrivateKey(encryptedKeyPem, "three words and 7", crypto);
  expect(ours).toEqual({ ok: true, value: new Uint8Array(plain) });
});

describe("keys that OpenSSL encrypted", () => {
  test.each([
    ["aes-128-cbc", "hmacWithSHA1"],
    ["aes-192-cbc", "hmacWithSHA256"],
    ["aes-256-cbc", "hmacWithSHA384"],
    ["aes-256-cbc", "hmacWithSHA512"],
  ])("are opened: %s, %s", async (cipher, prf) => {
    const plain = await output("openssl", ["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"]);
    const path = await folder.write("plain.pem", plain);
    const protection = ["-topk8", "-v2", cipher, "-v2prf", prf, "-iter", "5000", "-passout", "pass:secret 1"];
    const pem = await output("openssl", ["pkcs8", "-in", path, ...protection]);
    const opened = await decryptPrivateKey(pem, "secret 1", crypto);
    const expected = readPem(plain);
    expect(opened.ok && opened.value).toEqual(expected.ok && expected.value[0]?.der);
    expect(await decryptPrivateKey(pem, "secret 2", crypto)).toEqual({
      ok: false,
      problem: { code: "wrong-passphrase" },
    });
  });

  test.each([
    ["3DES in PBES2", ["-v2", "des3"]],
    ["scrypt", ["-scrypt"]],
    ["PBES1", ["-v1", "PBE-SHA1-3DES"]],
  ])("are told to be unsupported: %s", async (_, protection) => {
    const path = await folder.write("plain.pem", await output("openssl", ["genpkey", "-algorithm", "ED25519"]));
    const pem = await output("openssl", ["pkcs8", "-in", path, "-topk8", ...protection, "-passout", "pass:secret 1"]);
    expect(await decryptPrivateKey(pem, "secret 1", crypto)).toEqual({ ok: false, problem: { code: "unsupported" } });
  });
});

it("is canonical DER: decoded and encoded again it is the same, and the parts have the expected lengths", async () => {
  const pem = await encryptPrivateKey({ pkcs8: new Uint8Array(40), passphrase: "irrelevant", crypto });
  const path = await folder.write("canonical.pem", pem);
  const dump = await output("openssl", ["asn1parse", "-in", path]);
  expect(dump).toMatch(/OBJECT\s+:PBES2\n[\s\S]*OBJECT\s+:PBKDF2\n[\s\S]*OCTET STRING\s+\[HEX DUMP\]:\w{32}\n/);
  expect(dump).toMatch(/INTEGER\s+:0927C0\n[\s\S]*OBJECT\s+:hmacWithSHA256\n[\s\S]*NULL[\s\S]*OBJECT\s+:aes-256-cbc\n/);
  expect(dump).not.toContain("l=inf");
});
