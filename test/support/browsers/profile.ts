import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const alive = new Set<string>();
process.once("exit", () => {
  for (const directory of alive) rmSync(directory, { recursive: true, force: true });
});

export interface ThrowAway {
  readonly path: string;
  remove(): Promise<void>;
}

/** A directory that is removed by `remove`, or when this process ends. */
export async function throwAwayDirectory(name: string): Promise<ThrowAway> {
  const path = await mkdtemp(join(tmpdir(), `notafter-${name}-`));
  alive.add(path);
  return {
    path,
    remove: async () => {
      // A browser that has just ended may still be writing its last file.
      await rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
      alive.delete(path);
    },
  };
}
