import { spawn } from "node:child_process";
import { reader } from "./isolation.ts";
import { passphrase } from "./lab.ts";
import type { PublishedGuide, Step } from "./published.ts";

/** How far a reader came: to the end, or to the step that stopped. */
export interface Walk {
  readonly stoppedAt?: string;
  readonly printed: string;
  /** How often a passphrase was asked for. */
  readonly asked: number;
}

const patience = 10_000;
const prompt = /(?:pass ?phrase|password)[^\n]*:\s*$/i;

/** Runs a guide's steps in one shell, in order, as the unprivileged reader; types the passphrase where a command asks for it. */
export const followGuide = (guide: PublishedGuide): Promise<Walk> => followSteps(guide.steps);

export function followSteps(steps: readonly Step[]): Promise<Walk> {
  // detached: a session without a terminal, so that openssl asks on stderr and reads stdin.
  const shell = spawn("bash", ["-c", script(steps)], {
    uid: reader.uid,
    gid: reader.gid,
    cwd: reader.home,
    detached: true,
    stdio: ["pipe", "pipe", "pipe", "pipe"],
    env: { HOME: reader.home, USER: reader.name, LANG: "C.UTF-8", PATH: "/usr/local/bin:/usr/bin:/bin" },
  });
  const [stdin, stdout, stderr, progress] = shell.stdio;
  let printed = "";
  let reached = "";
  let asking = "";
  let asked = 0;
  stdout.on("data", (chunk) => {
    printed += chunk;
  });
  stderr.on("data", (chunk) => {
    printed += chunk;
    asking += chunk;
    if (!prompt.test(asking)) return;
    asking = "";
    asked += 1;
    stdin.write(`${passphrase}\n`);
  });
  progress?.on("data", (chunk) => {
    reached += chunk;
  });
  const impatience = setTimeout(() => shell.pid && process.kill(-shell.pid, "SIGKILL"), patience);
  return new Promise((resolve, reject) => {
    shell.on("error", reject);
    shell.on("close", (status) => {
      clearTimeout(impatience);
      const stoppedAt = reached.trim().split("\n").at(-1) ?? "";
      resolve({ printed: printed.trim(), asked, ...(status === 0 ? {} : { stoppedAt }) });
    });
  });
}

/** `set -e` overlooks a failure before `&&`, so every block's own status is asked as well. */
const script = (steps: readonly Step[]): string =>
  [
    "set -eu -o pipefail",
    ...steps.map(({ id, command }) => `echo ${id} >&3\n${command}\nstatus=$?; [ $status = 0 ] || exit $status`),
  ].join("\n");
