import { spawn } from "node:child_process";

/**
 * Runs a command behind one calm line; its output is shown only when it fails. Nothing is typed into it.
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
  const code = await new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", (piece) => output.push(piece));
    child.stderr.on("data", (piece) => output.push(piece));
    child.once("error", (error) => {
      output.push(Buffer.from(`${error.message}\n`));
      resolve(127);
    });
    child.once("close", (status) => resolve(status ?? 1));
  });
  const seconds = Math.max(1, Math.round((Date.now() - started) / 1000));
  process.stderr.write(code === 0 ? `done in ${seconds} s\n` : `failed after ${seconds} s\n`);
  if (code !== 0) process.stderr.write(Buffer.concat(output));
  return code === 0;
}
