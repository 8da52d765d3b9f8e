import { homedir } from "node:os";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import distrust from "../generated/distrust.json";
import { version } from "../package.json";
import { processOutput } from "./command/process-output.ts";
import { runCommand } from "./command/run-command.ts";
import { runHost } from "./host/run-host.ts";
import { startedByBrowser } from "./host/started-by-browser.ts";

const args = process.argv.slice(2);
// Names are looked up in libuv's threads, four by default: a list of hosts would wait for them. Read when first used.
process.env["UV_THREADPOOL_SIZE"] ??= "32";
// Short-lived sockets make V8 grow its nursery to 100 MB and more, for no gain that could be measured: 100,000 hosts then took
// 214 MB at most instead of 125.
setFlagsFromString("--semi-space-growth-factor=1");

if (startedByBrowser(args)) {
  await runHost(version);
} else {
  // `notafter check … | head` ends when head does; nobody is left to be told.
  process.stdout.on("error", () => process.exit(2));
  process.exitCode = await runCommand(
    args,
    {
      stdin: process.stdin,
      stdout: processOutput(process.stdout),
      stderr: processOutput(process.stderr),
      now: Date.now,
    },
    {
      platform: process.platform,
      home: homedir(),
      environment: process.env,
      node: process.execPath,
      program: fileURLToPath(import.meta.url),
    },
    { version, distrust },
  );
}
