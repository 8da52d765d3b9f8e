import { expectCompleted } from "./expectations.ts";
import { followGuide } from "./follow-guide.ts";
import { type Issued, passphrase } from "./lab.ts";
import type { PublishedGuide } from "./published.ts";
import type { Scene } from "./scene.ts";

/** What the points hand on: the certificate signed for the guide's own CSR, and its encrypted key. */
export interface Renewal {
  issued: Issued;
  encryptedKey: string;
}

/** One thing that must be true. Throws what is not. */
export type Point = (scene: Scene, renewal: Renewal) => Promise<void>;

export const unlock = ["-passin", `pass:${passphrase}`] as const;
export const backedUp = (folder: string, path: string): string => `${folder}${path.slice(path.lastIndexOf("/"))}`;

/** Follows a guide to its end; gives back how often it asked for a passphrase. */
export async function complete(guide: PublishedGuide): Promise<number> {
  const walk = await followGuide(guide);
  expectCompleted(guide, walk);
  return walk.asked;
}
