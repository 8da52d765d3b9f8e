import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runCalmly } from "./calm-command.mjs";
import { npmCommand } from "./npm-command.mjs";

const stampFile = ["node_modules", ".notafter-lock"];

/**
 * Whether what npm recorded as installed is what the lock asks for, by version. An optional package of another
 * operating system is in the lock and not installed, and that is right.
 * @param {string} lockText package-lock.json
 * @param {string} installedText node_modules/.package-lock.json, npm's own record
 */
export function installedMatchesLock(lockText, installedText) {
  const wanted = JSON.parse(lockText).packages ?? {};
  const installed = JSON.parse(installedText).packages ?? {};
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.startsWith("node_modules/") && !path.includes("/node_modules/")) return true;
    const there = installed[path];
    if (there === undefined) return entry.optional === true || entry.devOptional === true || entry.peer === true;
    return there.version === entry.version && there.link === entry.link;
  });
}

/**
 * Installs the dependencies with `npm ci` when they are missing or not those of package-lock.json.
 * Works with install scripts blocked: nothing that is built or tested here needs one.
 * @param {string} root the checkout
 * @returns {Promise<boolean>} false when npm failed; its output has been shown
 */
export async function ensureDependencies(root) {
  const lock = readFileSync(join(root, "package-lock.json"), "utf8");
  const hash = createHash("sha256").update(lock).digest("hex");
  const stamp = join(root, ...stampFile);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return true;
  const record = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record) || !installedMatchesLock(lock, readFileSync(record, "utf8"))) {
    const [command, args] = npmCommand(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
    const options = { cwd: root, shell: command === "npm.cmd" };
    if (!(await runCalmly("Installing the dependencies (npm ci, a minute or two)", command, args, options)))
      return false;
  }
  writeFileSync(stamp, hash);
  return true;
}
