import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPkcs12 } from "../../shared/keystore/pkcs12/read-pkcs12.ts";
import { targetKey } from "../../shared/watch/host-list.ts";
import { certificatesIn } from "../../shared/watch/incoming/certificates-in.ts";
import { readIncoming } from "../../shared/watch/incoming/read-incoming.ts";
import { type Folder, output, temporaryFolder } from "../support/program.ts";

/** Files as OpenSSL and Java write them, each with one certificate of two hosts. */
let folder: Folder;
const at = (name: string): string => join(folder.path, name);
const openssl = (...args: string[]): Promise<string> => output("openssl", args);
const keytool = (...args: string[]): string =>
  execFileSync("keytool", [...args, "-storepass", "a passphrase"], { stdio: ["ignore", "pipe", "pipe"] }).toString();

beforeAll(async () => {
  folder = await temporaryFolder();
  await openssl(
    ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "90"],
    ...["-subj", "/CN=www.files.example", "-addext", "basicConstraints=critical,CA:FALSE"],
    ...["-addext", "subjectAltName=DNS:www.files.example,DNS:files.example,DNS:*.files.example"],
    ...["-keyout", at("key.pem"), "-out", at("leaf.pem")],
  );
  await openssl(
    ...["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "90", "-subj", "/CN=Root", "-keyout", at("root.key")],
    ...["-out", at("root.pem")],
  );
  await openssl("x509", "-in", at("leaf.pem"), "-outform", "DER", "-out", at("leaf.der"));
  await openssl("x509", "-in", at("leaf.pem"), "-trustout", "-addtrust", "serverAuth", "-out", at("trusted.pem"));
  await openssl("x509", "-in", at("leaf.pem"), "-text", "-out", at("text.pem"));
  const both = ["-certfile", at("root.pem"), "-certfile", at("leaf.pem")];
  await openssl("crl2pkcs7", "-nocrl", ...both, "-outform", "DER", "-out", at("chain.p7b"));
  await openssl("crl2pkcs7", "-nocrl", ...both, "-out", at("chain-pem.p7b"));
  const pfx = ["pkcs12", "-export", "-inkey", at("key.pem"), "-in", at("leaf.pem"), "-certfile", at("root.pem")];
  await openssl(...pfx, "-passout", "pass:a passphrase", "-out", at("modern.pfx"));
  await openssl(...pfx, "-legacy", "-passout", "pass:a passphrase", "-out", at("legacy.pfx"));
  await openssl("pkcs8", "-topk8", "-in", at("key.pem"), "-passout", "pass:x", "-outform", "DER", "-out", at("key.p8"));
  await openssl("ec", "-in", at("key.pem"), "-outform", "DER", "-out", at("key-sec1.der"));
  await openssl("rsa", "-in", at("root.key"), "-traditional", "-outform", "DER", "-out", at("key-pkcs1.der"));
  await openssl(
    "rsa",
    "-in",
    at("root.key"),
    "-traditional",
    "-aes128",
    "-passout",
    "pass:xxxx",
    "-out",
    at("key-old.pem"),
  );
  await openssl("req", "-new", "-key", at("key.pem"), "-subj", "/CN=x", "-outform", "DER", "-out", at("request.der"));
  const store = ["-keystore", at("java.p12"), "-storetype", "PKCS12"];
  keytool(
    ...["-genkeypair", "-alias", "a", "-keyalg", "EC", "-dname", "CN=www.files.example", ...store],
    ...["-ext", "san=dns:www.files.example,dns:files.example,dns:*.files.example"],
  );
  keytool("-exportcert", "-alias", "a", "-file", at("java.cer"), ...store);
  keytool(
    "-genkeypair",
    "-alias",
    "a",
    "-keyalg",
    "EC",
    "-dname",
    "CN=x",
    "-keystore",
    at("old.jks"),
    "-storetype",
    "JKS",
  );
}, 120_000);
afterAll(() => folder.remove());

const hosts = ["www.files.example:443", "files.example:443"];
const read = async (name: string) => readIncoming(await readFile(at(name)));

describe("files of other programs, for the watch list", () => {
  it.each([
    ["leaf.pem", { authorities: 0, keys: 0 }],
    ["leaf.der", { authorities: 0, keys: 0 }],
    ["trusted.pem", { authorities: 0, keys: 0 }],
    ["text.pem", { authorities: 0, keys: 0 }],
    ["chain.p7b", { authorities: 1, keys: 0 }],
    ["chain-pem.p7b", { authorities: 1, keys: 0 }],
    ["java.cer", { authorities: 0, keys: 0 }],
  ])("%s gives its hosts and its certificate", async (name, passedOver) => {
    const incoming = await read(name);
    expect(incoming).toMatchObject({
      kind: "found",
      found: { leaves: { length: 1 }, wildcards: ["*.files.example"], passedOver },
    });
    expect(incoming.kind === "found" && incoming.found.wishes.map(targetKey)).toEqual(hosts);
  });

  it.each(["modern.pfx", "legacy.pfx", "java.p12"])("%s opens with its passphrase", async (name) => {
    expect(await read(name)).toEqual({ kind: "pkcs12" });
    const opened = await readPkcs12(await readFile(at(name)), "a passphrase", { keys: false });
    if (!opened.ok) throw new Error(opened.problem.code);
    expect(opened.value.keys).toEqual([]);
    const incoming = certificatesIn(opened.value.certificates.map(({ der }) => der));
    expect(incoming.kind === "found" && incoming.found.wishes.map(targetKey)).toEqual(hosts);
  });

  it.each([
    ["key.pem", "private-key"],
    ["key.p8", "private-key"],
    ["key-sec1.der", "private-key"],
    ["key-pkcs1.der", "private-key"],
    ["key-old.pem", "private-key"],
    ["request.der", "request"],
    ["old.jks", "key-store"],
    ["root.pem", "no-end-entity"],
  ])("%s is refused as %s", async (name, code) => {
    expect(await read(name)).toEqual({ kind: "refused", problem: { code } });
  });

  it("knows a certificate, a key and a PFX by their base64 alone", async () => {
    const base64 = async (name: string) => new TextEncoder().encode((await readFile(at(name))).toString("base64"));
    expect(readIncoming(await base64("leaf.der"))).toMatchObject({ found: { leaves: { length: 1 } } });
    expect(readIncoming(await base64("key.p8"))).toEqual({ kind: "refused", problem: { code: "private-key" } });
  });
});
