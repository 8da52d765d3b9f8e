import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { throwAwayDirectory } from "../browsers/profile.ts";
import { root } from "../build.ts";

export interface Packed {
  /** One executable, fresh from the sources. */
  readonly path: string;
  readonly licences: string;
  remove(): Promise<void>;
}

/** Packs the companion as `npm run pack` does, into a folder of its own. */
export async function packHost(): Promise<Packed> {
  const folder = await throwAwayDirectory("packed");
  await promisify(execFile)(process.execPath, [join(root, "extension/native-host/pack/pack.ts"), folder.path]);
  const name = process.platform === "win32" ? "notafter.exe" : "notafter";
  return { path: join(folder.path, name), licences: join(folder.path, "notafter-licences.txt"), remove: folder.remove };
}
