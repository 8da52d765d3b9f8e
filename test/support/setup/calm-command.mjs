import { spawn } from "node:child_process";
import { constants } from "node:os";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
const ownGroup = process.platform !== "win32";

/**
 * Runs a command behind one calm line; its output is shown only when it fails. Nothing is typed into it.
 * Ctrl-C ends it with everything that it started, and this process with it.
 * @param {string} line what is going on, in words
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 * @returns {Promise<boolean>} whether it succeeded
 */
export async function runCalmly(line, command, args, options = {}) {
  process.stderr.write(`${line} … `);
  const started = Date.now();
  const output = [];
  const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"], detached: ownGroup });
  const stop = (signal) => {
    process.stderr.write("stopped\n");
    end(child, signal);
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of signals) process.on(signal, stop);
  const code = await new Promise((resolve) => {
    child.stdout.on("data", (piece) => output.push(piece));
    child.stderr.on("data", (piece) => output.push(piece));
    child.once("error", (error) => {
      output.push(Buffer.from(`${error.message}\n`));
      resolve(127);
    });
    child.once("close", (status) => resolve(status ?? 1));
  });
  for (const signal of signals) process.off(signal, stop);
  const seconds = Math.max(1, Math.round((Date.now() - started) / 1000));
  process.stderr.write(code === 0 ? `done in ${seconds} s\n` : `failed after ${seconds} s\n`);
  if (code !== 0) process.stderr.write(Buffer.concat(output));
  return code === 0;
}

/** The command leads a process group of its own, so that what it started can be ended with it. */
function end(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (ownGroup) process.kill(-child.pid, signal);
    else child.kill();
  } catch {
    // It has ended by itself in the meantime.
  }
}
