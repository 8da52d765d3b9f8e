import { readFile } from "node:fs/promises";
import { isObject } from "../../../shared/native-host/json-shape.ts";
import { browserNames } from "./browsers.ts";
import { pathsOf, programFolder } from "./folders.ts";
import type { Machine } from "./machine.ts";
import type { Owner } from "./plan.ts";

/** One thing that an installation made and an uninstallation takes away. */
export interface RecordEntry {
  readonly kind: "file" | "key" | "folder";
  readonly owner: Owner;
  readonly path: string;
}

export const recordPath = (machine: Machine): string => pathsOf(machine).join(programFolder(machine), "installed.json");

/** The record of earlier installations; none where there was none. @throws where there is one that cannot be understood */
export async function readRecord(machine: Machine): Promise<readonly RecordEntry[]> {
  const path = recordPath(machine);
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
  const entries = parseRecord(text);
  if (entries === undefined) throw new Error(`${path} cannot be understood. Nothing was changed.`);
  return entries;
}

export const recordText = (entries: readonly RecordEntry[]): string =>
  `${JSON.stringify({ version: 1, entries }, undefined, 2)}\n`;

export function parseRecord(text: string): readonly RecordEntry[] | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(parsed) || parsed["version"] !== 1 || !Array.isArray(parsed["entries"])) return undefined;
  const entries: readonly unknown[] = parsed["entries"];
  return entries.every(isEntry) ? entries : undefined;
}

function isEntry(value: unknown): value is RecordEntry {
  if (!isObject(value)) return false;
  const { kind, owner, path } = value;
  return (
    ["file", "key", "folder"].some((one) => one === kind) &&
    ["program", ...browserNames].some((one) => one === owner) &&
    typeof path === "string"
  );
}
