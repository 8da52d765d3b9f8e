import { availableParallelism, homedir } from "node:os";
import { setFlagsFromString } from "node:v8";
import { isMainThread } from "node:worker_threads";
import distrust from "../generated/distrust.json";
import { version } from "../package.json";
import { runThread } from "./check/crew/run-thread.ts";
import { startThread } from "./check/crew/thread.ts";
import { processOutput } from "./command/process-output.ts";
import type { Program } from "./command/program.ts";
import { runCommand } from "./command/run-command.ts";
import { runHost } from "./host/run-host.ts";
import { startedByBrowser } from "./host/started-by-browser.ts";

/** Runs this process, or this thread of it, as what it was started for. */
export async function runProgram(program: Program): Promise<void> {
  if (!isMainThread) return runThread(Date.now);
  const args = process.argv.slice(2);
  // Names are looked up in libuv's threads, four by default: a list of hosts would wait for them. Read when first used.
  process.env["UV_THREADPOOL_SIZE"] ??= "32";
  // Short-lived sockets make V8 grow its heap by 100 MB and more, and its second compiler takes 8 MB: 100,000 hosts are to fit
  // into 150 MB, whatever the machine has. So they take 142 to 143; that costs about 5 % of the speed of 2,000 hosts.
  for (const flag of [
    "--semi-space-growth-factor=1",
    "--heap-growing-percent=10",
    "--no-maglev",
    "--optimize-for-size",
  ])
    setFlagsFromString(flag);

  if (startedByBrowser(args)) return runHost(version);
  // `notafter check … | head` ends when head does; nobody is left to be told.
  process.stdout.on("error", () => process.exit(2));
  process.exitCode = await runCommand(
    args,
    {
      stdin: process.stdin,
      stdout: processOutput(process.stdout),
      stderr: processOutput(process.stderr),
      now: Date.now,
      threads: { most: availableParallelism() > 1 ? 1 : 0, start: (checking) => startThread(program, checking) },
    },
    {
      platform: process.platform,
      home: homedir(),
      environment: process.env,
      node: process.execPath,
      program,
    },
    { version, distrust },
  );
}
