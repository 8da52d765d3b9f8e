import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { until } from "../until.ts";

/** Waits for a finished download: the file is there, and neither browser's partial file beside it. Gives its bytes. */
export function finishedDownload(directory: string, name: string, timeout = 15_000): Promise<Uint8Array> {
  const look = async () => {
    const files = await readdir(directory);
    const partial = files.some((file) => file.endsWith(".crdownload") || file.endsWith(".part"));
    return files.includes(name) && !partial ? new Uint8Array(await readFile(join(directory, name))) : undefined;
  };
  return until(`the download of ${name}`, look, { timeout });
}
