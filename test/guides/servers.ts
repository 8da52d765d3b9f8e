import { readdirSync } from "node:fs";
import type { Server } from "./server.ts";

const folder = new URL("platforms/", import.meta.url);

interface PlatformFile {
  readonly server: Server;
}

/** Every server that has a file in `platforms/`: adding one is adding a file. */
export async function readServers(): Promise<readonly Server[]> {
  const names = readdirSync(folder).sort();
  const files: readonly PlatformFile[] = await Promise.all(names.map((name) => import(new URL(name, folder).href)));
  return files.map((file) => file.server);
}
