import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Walk } from "./follow-guide.ts";
import { openssl } from "./lab.ts";
import type { PublishedGuide } from "./published.ts";

/** What a point found wrong, in words for the person who repairs the guide. */
export class Finding extends Error {}

export function expect(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new Finding(otherwise);
}

export function expectCompleted(guide: PublishedGuide, walk: Walk): void {
  expect(
    walk.stoppedAt === undefined,
    `${guide.task} stopped at "${walk.stoppedAt}": ${walk.printed.split("\n").slice(-4).join(" | ")}`,
  );
}

/** The guide must stop at the very step that promises to notice the fault. */
export function expectStopped(guide: PublishedGuide, walk: Walk, fault: string): void {
  const step = guide.steps.find(({ mustFailWhen }) => mustFailWhen === fault);
  expect(step !== undefined, `${guide.task} has no step that must fail when: ${fault}`);
  expect(walk.stoppedAt !== undefined, `${guide.task} went through in spite of: ${fault}`);
  expect(
    walk.stoppedAt === step.id,
    `${guide.task} stopped at "${walk.stoppedAt}", not at "${step.id}": ${walk.printed.split("\n").at(-1)}`,
  );
}

/** Owned by root (or the given user) and closed to everybody else. */
export function expectPrivate(path: string, owner = 0): void {
  const { mode, uid } = statSync(path);
  const bits = mode & 0o777;
  expect(uid === owner, `${path} belongs to user ${uid}, not to ${owner}`);
  expect((bits & 0o077) === 0, `${path} can be opened by others: mode ${bits.toString(8)}`);
}

export function expectPair(keyFile: string, certificateFile: string, ...passphrase: readonly string[]): void {
  const ofKey = openssl("pkey", "-in", keyFile, "-pubout", ...passphrase);
  expect(
    ofKey === openssl("x509", "-in", certificateFile, "-noout", "-pubkey"),
    `${keyFile} does not belong to ${certificateFile}`,
  );
}

export function onlyEntry(folder: string): string {
  const names = readdirSync(folder);
  const [name] = names;
  expect(names.length === 1 && name !== undefined, `${folder} holds ${names.length} entries, not one`);
  return join(folder, name);
}
