import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { nativeHostName } from "../../../shared/native-host/protocol.ts";

/** Writes the manifest that lets an extension start a program. `allowed` is each browser family's own list. */
export async function registerHost(
  folder: string,
  program: string,
  allowed: { readonly allowed_origins: readonly string[] } | { readonly allowed_extensions: readonly string[] },
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const manifest = { name: nativeHostName, description: "NotAfter", path: program, type: "stdio", ...allowed };
  await writeFile(join(folder, `${nativeHostName}.json`), JSON.stringify(manifest));
}
