import { nativeHostName } from "../../../shared/native-host/protocol.ts";
import { type BrowserName, browsers } from "./browsers.ts";
import { manifestFolder, pathsOf, programFolder } from "./folders.ts";
import { launcherFor } from "./launcher.ts";
import { type Machine, systemOf } from "./machine.ts";

/** Firefox knows the extension by the id in its manifest. */
export const firefoxId = "{7f0c5f0e-9c1b-4a57-8f0a-5d1a3a2b6c41}";

/** Whose entry it is: a browser's, or the program's, which all of them share. */
export type Owner = BrowserName | "program";

export type PlannedStep =
  | {
      readonly kind: "file";
      readonly owner: Owner;
      readonly path: string;
      readonly content: FileContent;
      readonly mode: number;
    }
  | { readonly kind: "key"; readonly owner: Owner; readonly key: string; readonly value: string };

type FileContent = { readonly text: string } | { readonly copyOf: string };

/**
 * What has to be written so that these browsers start the program for the extension. `ids` are the extension's in
 * Chromium browsers (32 letters from a to p).
 */
export function plan(machine: Machine, names: readonly BrowserName[], ids: readonly string[]): readonly PlannedStep[] {
  const { join } = pathsOf(machine);
  const folder = programFolder(machine);
  const { kind, path: copyOf } = machine.program;
  if (kind === "executable") {
    const start = join(folder, systemOf(machine) === "windows" ? "notafter.exe" : "notafter");
    return [
      { kind: "file", owner: "program", path: start, content: { copyOf }, mode: 0o755 },
      ...names.flatMap((name) => registration(machine, name, start, ids)),
    ];
  }
  const program = join(folder, "notafter.mjs");
  const launcher = launcherFor(machine, program);
  const start = join(folder, launcher.name);
  return [
    { kind: "file", owner: "program", path: program, content: { copyOf }, mode: 0o644 },
    { kind: "file", owner: "program", path: start, content: { text: launcher.text }, mode: 0o755 },
    ...names.flatMap((name) => registration(machine, name, start, ids)),
  ];
}

function registration(
  machine: Machine,
  owner: BrowserName,
  start: string,
  ids: readonly string[],
): readonly PlannedStep[] {
  const { family, places } = browsers[owner];
  const windows = systemOf(machine) === "windows";
  const manifest = {
    name: nativeHostName,
    description: "NotAfter: sees the certificates of servers",
    path: start,
    type: "stdio",
    ...(family === "firefox"
      ? { allowed_extensions: [firefoxId] }
      : { allowed_origins: ids.map((id) => `chrome-extension://${id}/`) }),
  };
  const file = windows ? `${nativeHostName}.${owner}.json` : `${nativeHostName}.json`;
  const path = pathsOf(machine).join(manifestFolder(machine, owner), file);
  const text = `${JSON.stringify(manifest, undefined, 2)}\n`;
  const written: PlannedStep = { kind: "file", owner, path, content: { text }, mode: 0o644 };
  if (!windows) return [written];
  return [written, { kind: "key", owner, key: [...places.windows.hosts, nativeHostName].join("\\"), value: path }];
}
