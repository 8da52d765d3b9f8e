import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, expectStopped, onlyEntry } from "./expectations.ts";
import { followGuide } from "./follow-guide.ts";
import { reader } from "./isolation.ts";
import { openssl } from "./lab.ts";
import { backedUp, type Point, unlock } from "./point.ts";
import type { PublishedGuide } from "./published.ts";
import { deliver, expectServed, installed, type Scene, serverWasTouched, systemctl, workingFolder } from "./scene.ts";

/** Follows a guide that must notice a wrong key, and sees that nothing has changed for visitors or on disk. */
async function expectCaught(scene: Scene, guide: PublishedGuide): Promise<void> {
  const before = installed(scene);
  expectStopped(guide, await followGuide(guide), "mismatched-key");
  expect(!serverWasTouched(), `${guide.task} reloaded the server with a wrong key`);
  expect(installed(scene) === before, `${guide.task} had replaced the server's files before it noticed the wrong key`);
  await expectServed(scene, scene.lab.old.leaf, "accepted");
}

export const wrongKey: Point = async (scene, { issued }) => {
  const { guides, lab, key, backups } = scene;
  deliver(issued, lab.strayKey);
  await expectCaught(scene, guides.install);
  rmSync(workingFolder, { recursive: true });

  const stray = join(reader.home, "stray.key");
  writeFileSync(stray, lab.strayKey);
  const plain = openssl("pkey", "-in", stray, ...unlock);
  rmSync(stray);

  const inBackup = backedUp(onlyEntry(backups), key);
  writeFileSync(inBackup, plain);
  await expectCaught(scene, guides.restore);
  writeFileSync(inBackup, lab.old.key);

  renameSync(backups, `${backups}.kept`);
  writeFileSync(key, plain);
  await expectCaught(scene, guides.backup);
  writeFileSync(key, lab.old.key);
  rmSync(backups, { recursive: true });
  renameSync(`${backups}.kept`, backups);
};

export const missingIntermediate: Point = async (scene, { issued, encryptedKey }) => {
  const { guides, fullchain, server } = scene;
  const before = installed(scene);
  // What people without the intermediates do: they take the certificate twice.
  deliver({ ...issued, intermediates: issued.leaf }, encryptedKey);
  expectStopped(guides.install, await followGuide(guides.install), "missing-intermediate");
  expect(installed(scene) === before && !serverWasTouched(), "install went on without the intermediates");
  rmSync(workingFolder, { recursive: true });

  writeFileSync(fullchain, issued.leaf);
  systemctl("reload", server);
  await expectServed(scene, issued.leaf, "refused");
  const walk = await followGuide(guides.verify);
  expectStopped(guides.verify, walk, "missing-intermediate");
  expect(/intermediate/i.test(walk.printed), "verify failed without a word about intermediates");
};
