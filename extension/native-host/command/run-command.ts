import type { DistrustedIssuer } from "../../../shared/renewal/distrust.ts";
import { check } from "../check/check.ts";
import { install } from "../install/install.ts";
import type { Machine } from "../install/machine.ts";
import { uninstall } from "../install/uninstall.ts";
import { type Surroundings, usageStatus } from "./surroundings.ts";
import { usage } from "./usage.ts";

export interface Product {
  readonly version: string;
  readonly distrust: readonly DistrustedIssuer[];
}

/** Runs what a command line asks for and gives the exit status. */
export async function runCommand(
  [command, ...args]: readonly string[],
  surroundings: Surroundings,
  machine: Machine,
  { version, distrust }: Product,
): Promise<number> {
  const { stdout, stderr } = surroundings;
  switch (command) {
    case "check":
      return check(args, surroundings, distrust);
    case "install":
      return install(args, surroundings, machine);
    case "uninstall":
      return uninstall(args, surroundings, machine);
    case "--help":
    case "-h":
    case "help":
      await stdout.write(usage);
      return 0;
    case "--version":
      await stdout.write(`${version}\n`);
      return 0;
    default:
      await stderr.write(command === undefined ? usage : `notafter: there is no command ${command}.\n\n${usage}`);
      return usageStatus;
  }
}
