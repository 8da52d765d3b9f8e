import { execFile } from "node:child_process";
import { chmod, mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { promisify } from "node:util";

/** Writes a file whole or not at all, private to no one; tells whether anything changed. Its folder must exist. */
export async function writeWhole(path: string, content: Uint8Array, mode: number): Promise<boolean> {
  const before = await readIfThere(path);
  if (before !== undefined && Buffer.compare(before, content) === 0 && process.platform === "win32") return false;
  if (before !== undefined && Buffer.compare(before, content) === 0 && ((await stat(path)).mode & 0o777) === mode)
    return false;
  const temporary = `${path}.${process.pid}.new`;
  await writeFile(temporary, content, { mode });
  await chmod(temporary, mode);
  await rename(temporary, path);
  return true;
}

export async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** The folders that would have to be made for this one to exist, outermost first. */
export async function missingFolders(folder: string): Promise<readonly string[]> {
  const missing: string[] = [];
  for (let at = folder; !(await exists(at)) && dirname(at) !== at; at = dirname(at)) missing.unshift(at);
  return missing;
}

export const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

export const makeFolder = async (path: string): Promise<void> => void (await mkdir(path, { recursive: true }));

/** Windows' own tool: HKCU needs no rights. */
export const setKey = async (key: string, value: string): Promise<void> =>
  void (await promisify(execFile)("reg.exe", ["add", key, "/ve", "/t", "REG_SZ", "/d", value, "/f"]));

/** A key that is gone already is no failure. */
export async function removeKey(key: string): Promise<boolean> {
  try {
    await promisify(execFile)("reg.exe", ["delete", key, "/f"]);
    return true;
  } catch {
    return false;
  }
}
