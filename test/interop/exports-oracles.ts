import { execFile } from "node:child_process";

/** The programs that judge exports, with Debian's package of each. Debian's own Python, which sees Debian's modules. */
const oracles = {
  promtool: { command: "promtool", package: "prometheus" },
  python3: { command: "/usr/bin/python3", package: "python3-icalendar" },
} as const;

export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs an oracle to its end. A missing one is a failed test that names the package, never a skipped one. */
export function run(oracle: keyof typeof oracles, args: readonly string[]): Promise<Outcome> {
  const { command, package: name } = oracles[oracle];
  const options = { timeout: 60_000, maxBuffer: 64 * 1024 * 1024, env: { ...process.env, LC_ALL: "C.UTF-8" } };
  return new Promise((resolve, reject) => {
    execFile(command, args, options, (error, stdout, stderr) => {
      if (error?.code === "ENOENT" || stderr.includes("No module named")) {
        reject(new Error(`${oracle} is missing or lacks a module. Install it: apt-get install ${name}`));
      } else resolve({ status: error === null ? 0 : Number(error.code ?? -1), stdout, stderr });
    });
  });
}

/** As `run`, and the oracle has to succeed; gives what it printed. */
export async function output(oracle: keyof typeof oracles, args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await run(oracle, args);
  if (status !== 0) throw new Error(`${oracle} gave ${status}: ${stderr}`);
  return stdout;
}
