import { readFile } from "node:fs/promises";
import { type Surroundings, usageStatus } from "../command/surroundings.ts";
import { type BrowserName, browserNames, browsers } from "./browsers.ts";
import { pathsOf, profileFolder } from "./folders.ts";
import { readInstallArguments } from "./install-arguments.ts";
import type { Machine } from "./machine.ts";
import { type PlannedStep, plan } from "./plan.ts";
import { type RecordEntry, readRecord, recordPath, recordText } from "./record.ts";
import { installUsage } from "./usage.ts";
import { exists, makeFolder, missingFolders, readIfThere, setKey, writeWhole } from "./write.ts";

const needsId = (label: string): string =>
  `${label} needs --extension-id ID: it starts programs only for extensions that are named. The extension's options page shows the whole command.`;

/** `notafter install …`: registers this program with browsers, at the user's level. Gives the exit status. */
export async function install(
  args: readonly string[],
  { stdout, stderr }: Pick<Surroundings, "stdout" | "stderr">,
  machine: Machine,
): Promise<number> {
  const read = readInstallArguments(args, true);
  const complain = async (message: string, status: number): Promise<number> => {
    await stderr.write(`notafter install: ${message}\n`);
    return status;
  };
  if (!read.ok) return complain(read.problem, usageStatus);
  if (read.value.help) {
    await stdout.write(installUsage);
    return 0;
  }
  const { browsers: asked, ids } = read.value;
  const lacksId = (name: BrowserName): boolean => browsers[name].family === "chromium" && ids.length === 0;
  const refused = asked.filter(lacksId);
  if (refused.length > 0) return complain(refused.map((name) => needsId(browsers[name].label)).join("\n"), usageStatus);

  const found = asked.length > 0 ? asked : await foundBrowsers(machine);
  for (const name of found.filter(lacksId)) await stderr.write(`${needsId(browsers[name].label)}\n`);
  const chosen = found.filter((name) => !lacksId(name));
  if (chosen.length === 0) return complain("No browser was registered. Name one with --browser.", usageStatus);

  try {
    const steps = plan(machine, chosen, ids);
    const before = await readRecord(machine);
    const foreign = await foreignFile(steps, before);
    if (foreign !== undefined)
      return complain(`${foreign} is there and was not written by this program. Nothing was changed.`, 1);
    const record = await newRecord(machine, steps, before);
    // First the record: whatever happens after, uninstall knows of everything.
    for (const { kind, path } of record) if (kind === "folder") await makeFolder(path);
    await writeWhole(recordPath(machine), Buffer.from(recordText(record)), 0o644);
    for (const step of steps) await stdout.write(`${await perform(step)}\n`);
    const labels = chosen.map((name) => browsers[name].label).join(", ");
    await stdout.write(
      `${recordPath(machine)} holds this list; notafter uninstall takes all of it away.\nRegistered with ${labels}. Press the extension's button there to connect it.\n`,
    );
    return 0;
  } catch (error) {
    return complain(error instanceof Error ? error.message : String(error), 1);
  }
}

async function foundBrowsers(machine: Machine): Promise<readonly BrowserName[]> {
  const found = await Promise.all(browserNames.map((name) => exists(profileFolder(machine, name))));
  return browserNames.filter((_, index) => found[index]);
}

/** A file of the plan that somebody else wrote: it is not ours to replace. */
async function foreignFile(steps: readonly PlannedStep[], record: readonly RecordEntry[]): Promise<string | undefined> {
  for (const step of steps) {
    if (step.kind !== "file" || record.some(({ path }) => path === step.path)) continue;
    const there = await readIfThere(step.path);
    if (there !== undefined && Buffer.compare(there, await contentOf(step)) !== 0) return step.path;
  }
  return undefined;
}

async function newRecord(
  machine: Machine,
  steps: readonly PlannedStep[],
  before: readonly RecordEntry[],
): Promise<readonly RecordEntry[]> {
  const { dirname } = pathsOf(machine);
  const entries = new Map(before.map((entry) => [`${entry.kind} ${entry.path}`, entry]));
  const add = (entry: RecordEntry): void => {
    const key = `${entry.kind} ${entry.path}`;
    if (!entries.has(key)) entries.set(key, entry);
  };
  for (const step of steps) {
    const { kind, owner } = step;
    if (kind === "key") add({ kind, owner, path: step.key });
    else {
      for (const path of await missingFolders(dirname(step.path))) add({ kind: "folder", owner, path });
      add({ kind, owner, path: step.path });
    }
  }
  return [...entries.values()];
}

const contentOf = async ({ content }: Extract<PlannedStep, { kind: "file" }>): Promise<Uint8Array> =>
  "text" in content ? Buffer.from(content.text) : readFile(content.copyOf);

/** Does one step and says so. */
async function perform(step: PlannedStep): Promise<string> {
  if (step.kind === "key") {
    await setKey(step.key, step.value);
    return `registered ${step.key}`;
  }
  const changed = await writeWhole(step.path, await contentOf(step), step.mode);
  return `${changed ? "wrote     " : "unchanged "} ${step.path}`;
}
