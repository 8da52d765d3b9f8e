import { chmod, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { throwAwayDirectory } from "../browsers/profile.ts";
import { root } from "../build.ts";

/** Programs that a browser can start as the native host. */
export interface HostPrograms {
  /** The built one. It trusts the given root beside its own. */
  readonly real: string;
  /** Answers everything with a frame of JSON that is no reply. */
  readonly garbling: string;
  /** The processes that were started, the latest last. */
  started(): Promise<readonly number[]>;
  remove(): Promise<void>;
}

export async function hostPrograms(rootPem: string): Promise<HostPrograms> {
  const folder = await throwAwayDirectory("host");
  const pids = join(folder.path, "pids");
  const authority = join(folder.path, "root.pem");
  await writeFile(authority, rootPem);
  const program = async (name: string, command: string): Promise<string> => {
    const path = join(folder.path, name);
    await writeFile(path, `#!/bin/sh\necho $$ >> '${pids}'\n${command}\n`);
    await chmod(path, 0o755);
    return path;
  };
  const built = join(root, "extension", "native-host", "dist", "notafter.mjs");
  const garble = join(folder.path, "garble.mjs");
  await writeFile(garble, garbler);
  return {
    real: await program("real", `NODE_EXTRA_CA_CERTS='${authority}' exec '${process.execPath}' '${built}' "$@"`),
    garbling: await program("garbling", `exec '${process.execPath}' '${garble}'`),
    started: async () =>
      (await readFile(pids, "utf8").catch(() => "")).split("\n").flatMap((line) => (line === "" ? [] : Number(line))),
    remove: folder.remove,
  };
}

const garbler = `
process.stdin.on("data", () => {
  const body = Buffer.from('{"hello":"<script>alert(1)</script>"}');
  const length = Buffer.alloc(4);
  new Uint32Array(length.buffer, length.byteOffset, 1)[0] = body.length;
  process.stdout.write(Buffer.concat([length, body]));
});
`;

/** Whether the process has ended. */
export function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
}
