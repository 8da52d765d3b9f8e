import { type Machine, systemOf } from "./machine.ts";

export interface Launcher {
  readonly name: string;
  readonly text: string;
}

/**
 * The program that a browser starts: a browser finds neither `node` in the desktop's path nor, on Windows, a script. It
 * hands the browser's arguments on, by which the program knows what it is to be.
 */
export function launcherFor(machine: Pick<Machine, "platform" | "node">, program: string): Launcher {
  if (systemOf(machine) === "windows")
    return {
      name: "notafter-host.bat",
      text: `@echo off\r\n"${batch(machine.node)}" "${batch(program)}" %*\r\n`,
    };
  return { name: "notafter-host", text: `#!/bin/sh\nexec ${shell(machine.node)} ${shell(program)} "$@"\n` };
}

/** POSIX shell, single quotes: nothing in them has a meaning but the quote itself. */
const shell = (path: string): string => `'${path.replaceAll("'", "'\\''")}'`;

/** In a batch file a per cent sign begins a variable, in quotes too; a path on Windows holds no double quote. */
const batch = (path: string): string => path.replaceAll("%", "%%");
