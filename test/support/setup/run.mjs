/**
 * Starts a script of this repository on a machine that may have nothing but Node 20 and npm:
 *
 *     node test/support/setup/run.mjs [--browsers] [--tools] <script> [args…]
 *
 * Installs the dependencies when they are missing or not those of the lock, finds a Node that runs TypeScript, with
 * `--browsers` finds or installs Chromium and Firefox, with `--tools` the other programs of `debian-packages.mjs`.
 * Plain JavaScript without a dependency, because nothing is installed yet. Exits with the script's own status.
 */
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArguments } from "./arguments.mjs";
import { ensureDependencies } from "./dependencies.mjs";
import { findNode } from "./node-program.mjs";
import { ensurePrograms } from "./programs.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");

const stop = (message, status = 1) => {
  process.stderr.write(`${message}\n`);
  process.exit(status);
};

const wanted = parseArguments(process.argv.slice(2));
if ("problem" in wanted)
  stop(`${wanted.problem}\nUsage: node test/support/setup/run.mjs [--browsers] [--tools] <script> [args…]`, 64);

if (!(await ensureDependencies(root))) {
  stop(
    "The dependencies could not be installed; npm's words above say why. Nothing was started. Mend that and start again.",
  );
}
const node = findNode(root, process);
if ("problem" in node) stop(node.problem);
if (wanted.browsers || wanted.tools) {
  const missing = await ensurePrograms({ kinds: wanted.browsers ? ["chromium", "firefox"] : [], tools: wanted.tools });
  if (missing !== undefined) stop(missing);
}

const path = [join(root, "node_modules", ".bin"), process.env.PATH ?? ""].join(delimiter);
const child = spawn(node.path, [...node.flags, wanted.script, ...wanted.rest], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, PATH: path },
});
// In a terminal the child gets Ctrl-C itself; from elsewhere it is passed on. Either way the child ends first.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.once("error", (error) => stop(`${node.path} could not be started: ${error.message}`));
child.once("exit", (code, signal) => process.exit(code ?? 128 + (signal === null ? 1 : constants.signals[signal])));
