import { rm, rmdir } from "node:fs/promises";
import { type Surroundings, usageStatus } from "../command/surroundings.ts";
import { readInstallArguments } from "./install-arguments.ts";
import type { Machine } from "./machine.ts";
import { type RecordEntry, readRecord, recordPath, recordText } from "./record.ts";
import { uninstallUsage } from "./usage.ts";
import { exists, removeKey, writeWhole } from "./write.ts";

/** `notafter uninstall …`: takes away what the record names, for these browsers or for all. Gives the exit status. */
export async function uninstall(
  args: readonly string[],
  { stdout, stderr }: Pick<Surroundings, "stdout" | "stderr">,
  machine: Machine,
): Promise<number> {
  const read = readInstallArguments(args, false);
  if (!read.ok) {
    await stderr.write(`notafter uninstall: ${read.problem}\n`);
    return usageStatus;
  }
  if (read.value.help) {
    await stdout.write(uninstallUsage);
    return 0;
  }
  const { browsers: asked } = read.value;
  try {
    const record = await readRecord(machine);
    if (record.length === 0) {
      await stdout.write("Nothing is installed.\n");
      return 0;
    }
    const { gone, kept } = split(record, (owner) => asked.length === 0 || asked.some((name) => name === owner));
    const last = kept.length === 0;
    // The record goes last, so that a second try knows what the first one left; its folder goes after it.
    for (const { kind, path } of gone) {
      if (kind === "key" ? await removeKey(path) : kind === "file" && (await removeFile(path)))
        await stdout.write(`removed    ${path}\n`);
    }
    if (last) await rm(recordPath(machine), { force: true });
    else await writeWhole(recordPath(machine), Buffer.from(recordText(kept)), 0o644);
    for (const { kind, path } of gone.toReversed())
      if (kind === "folder" && (await removeEmptyFolder(path))) await stdout.write(`removed    ${path}\n`);
    await stdout.write(last ? "Nothing of it is left.\n" : "The other browsers keep theirs.\n");
    return 0;
  } catch (error) {
    await stderr.write(`notafter uninstall: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

/** With the last browser the program goes, and the folders that were made for others too. */
function split(record: readonly RecordEntry[], wanted: (owner: string) => boolean) {
  const stays = ({ owner }: RecordEntry): boolean => owner !== "program" && !wanted(owner);
  if (!record.some(stays)) return { gone: record, kept: [] };
  const goes = ({ owner }: RecordEntry): boolean => owner !== "program" && wanted(owner);
  return { gone: record.filter(goes), kept: record.filter((entry) => !goes(entry)) };
}

async function removeFile(path: string): Promise<boolean> {
  const there = await exists(path);
  await rm(path, { force: true });
  return there;
}

/** A folder that others have put something into by now stays. */
const removeEmptyFolder = (path: string): Promise<boolean> =>
  rmdir(path).then(
    () => true,
    () => false,
  );
