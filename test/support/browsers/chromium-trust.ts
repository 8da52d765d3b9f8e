import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { findProgram } from "../setup/programs.mjs";

const run = promisify(execFile);

/**
 * Makes the NSS database that Chromium on Linux reads for its user's own roots (`$HOME/.pki/nssdb`).
 * @returns false where that cannot be: another operating system, or no certutil
 */
export async function trustInHome(home: string, rootPem: string): Promise<boolean> {
  const certutil = process.platform === "linux" ? findProgram("certutil") : undefined;
  if (certutil === undefined) return false;
  const database = join(home, ".pki", "nssdb");
  const file = join(home, "root.pem");
  await mkdir(database, { recursive: true });
  await writeFile(file, rootPem);
  await run(certutil, ["-d", `sql:${database}`, "-N", "--empty-password"]);
  await run(certutil, ["-d", `sql:${database}`, "-A", "-t", "C,,", "-n", "test root", "-i", file]);
  return true;
}
