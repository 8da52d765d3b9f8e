import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { isolated } from "./execute.ts";

/** Why guides cannot be executed on this machine, in one sentence; nothing when they can. */
export function whyNot(): string | undefined {
  if (process.platform !== "linux") return "it needs Linux; this is another system";
  if (!existsSync("/etc/debian_version")) return "it needs Debian, whose packages the guides are for";
  if (process.getuid?.() !== 0) return "it needs root, to install servers and to isolate them";
  const attempt = spawnSync("unshare", [...isolated, "true"], { encoding: "utf8" });
  if (attempt.error) return "the program unshare is missing (package util-linux)";
  if (attempt.status !== 0) return `this machine does not allow new namespaces (${attempt.stderr.trim()})`;
  return undefined;
}

/** Exit status of a run that could not take place: not a success, not a failed guide. */
export const couldNotRun = 77;

/** Says why nothing was executed, and how many points were left out. In continuous integration that is a failure. */
export function refuse(reason: string, leftOut: number): never {
  console.error(`The guides were not executed: ${reason}.`);
  console.log(`0 passed, 0 failed, ${leftOut} skipped`);
  process.exit(process.env["CI"] ? 1 : couldNotRun);
}
