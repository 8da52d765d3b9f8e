import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, expectPair, expectPrivate, onlyEntry } from "./expectations.ts";
import { missingIntermediate, wrongKey } from "./fault-points.ts";
import { reader } from "./isolation.ts";
import { openssl } from "./lab.ts";
import { personalise } from "./personal-values.ts";
import { backedUp, complete, type Point, unlock } from "./point.ts";
import { deliver, expectServed, installed, readersFile, serverWasTouched, workingFolder } from "./scene.ts";

const csr: Point = async ({ guides, lab }, renewal) => {
  expect((await complete(guides.csr)) > 0, "csr asked for no passphrase");
  const [key, request] = ["www.example.com.key", "www.example.com.csr"].map((name) =>
    join(workingFolder, personalise(name)),
  );
  expect(
    key !== undefined && request !== undefined && existsSync(key) && existsSync(request),
    "key or CSR was not made",
  );
  expectPrivate(key, reader.uid);
  renewal.encryptedKey = readFileSync(key, "utf8");
  expect(renewal.encryptedKey.includes("ENCRYPTED PRIVATE KEY"), "the key is not encrypted");
  renewal.issued = lab.sign(readFileSync(request, "utf8"));
  rmSync(workingFolder, { recursive: true });
};

const oldServed: Point = async (scene) => {
  await expectServed(scene, scene.lab.old.leaf, "accepted");
};

const backup: Point = async ({ guides, backups, key, fullchain }) => {
  await complete(guides.backup);
  const folder = onlyEntry(backups);
  expectPrivate(folder);
  for (const original of [key, fullchain, ...guides.install.files.map(({ path }) => path)]) {
    const copy = backedUp(folder, original);
    expect(existsSync(copy), `${original} is not in the backup`);
    expectPrivate(copy);
    expect(readFileSync(copy).equals(readFileSync(original)), `the backup of ${original} differs from it`);
  }
  expectPair(backedUp(folder, key), backedUp(folder, fullchain));
  const archive = readersFile("www.example.com.p12");
  expectPrivate(archive, reader.uid);
  expect(
    openssl("pkcs12", "-in", archive, "-nokeys", ...unlock).includes("BEGIN CERTIFICATE"),
    "the archive holds no certificate",
  );
  expect(!serverWasTouched(), "the backup guide touched the server");
};

const install: Point = async (scene, { issued, encryptedKey }) => {
  deliver(issued, encryptedKey);
  expect((await complete(scene.guides.install)) > 0, "install asked for no passphrase");
  await expectServed(scene, issued.leaf, "accepted");
  expectPrivate(scene.key);
  expectPair(scene.key, scene.fullchain);
  expect(
    readFileSync(scene.fullchain, "utf8").split("BEGIN CERTIFICATE").length === 3,
    "the installed file does not hold leaf and intermediate",
  );
  expect(!existsSync(workingFolder), "a copy of the key was left in the reader's home");
  serverWasTouched();
};

const verify: Point = async ({ guides }) => {
  await complete(guides.verify);
};

const restore: Point = async (scene) => {
  await complete(scene.guides.restore);
  await expectServed(scene, scene.lab.old.leaf, "accepted");
  expectPrivate(scene.key);
  expect(installed(scene) === scene.lab.old.key + scene.lab.old.fullchain, "the restored files are not the old ones");
};

/** In the order of execution; the names stand in the evidence. The numbered ones are those of the design. */
export const points: readonly (readonly [name: string, check: Point])[] = [
  ["0 key and CSR are made", csr],
  ["1 old certificate is served", oldServed],
  ["2 backup is complete and private, its key matches", backup],
  ["5 wrong key is caught before the reload", wrongKey],
  ["3 new certificate is served with its intermediates, for the name", install],
  ["4 verify guide succeeds", verify],
  ["6 missing intermediate is reported", missingIntermediate],
  ["7 restore serves the old certificate again", restore],
];
