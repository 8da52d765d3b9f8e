import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { browserAdvice, findBrowser } from "./browser-programs.mjs";
import { runCalmly } from "./calm-command.mjs";
import { aptCommands, missingPackages } from "./debian-packages.mjs";

/** Administrators' folders hold server programs and are not on everyone's PATH. */
const administratorFolders = process.platform === "win32" ? [] : ["/usr/sbin", "/usr/local/sbin", "/sbin"];

/** Path of an installed program, or undefined. */
export function findProgram(name) {
  const folders = [...(process.env.PATH ?? "").split(delimiter), ...administratorFolders];
  const file = process.platform === "win32" ? `${name}.exe` : name;
  return folders
    .filter((folder) => folder !== "")
    .map((folder) => join(folder, file))
    .find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const present = (program) => {
  if (program === "chromium") return findBrowser("chromium") !== undefined;
  if (program === "firefox-esr") return findBrowser("firefox") !== undefined;
  return program.startsWith("/") ? existsSync(program) : findProgram(program) !== undefined;
};

/**
 * Sees to it that the browsers of the given kinds are there, and what else the purposes name.
 * On Debian and Ubuntu as root the missing packages are installed; elsewhere the message says what to install.
 * @param {{ kinds: readonly ("chromium" | "firefox")[], tools?: boolean, trust?: boolean }} wanted
 * @returns {Promise<string | undefined>} what is missing and how to get it, or undefined when all is there
 */
export async function ensurePrograms({ kinds, tools = false, trust = true }) {
  const skipped = (name) =>
    (name === "chromium" && !kinds.includes("chromium")) ||
    (name === "firefox-esr" && !kinds.includes("firefox")) ||
    (name === "libnss3-tools" && !(trust && kinds.includes("chromium")));
  const missing = () =>
    missingPackages(tools ? ["browsers", "tools"] : ["browsers"], present).filter((name) => !skipped(name));
  if (missing().length > 0 && canUseApt()) {
    const { update, install } = aptCommands(missing());
    const options = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
    const updated = await runCalmly("Reading the package lists (apt-get update)", "apt-get", update, options);
    if (updated) await runCalmly(`Installing ${missing().join(", ")} (apt-get)`, "apt-get", install, options);
  }
  return explain(kinds, missing(), tools);
}

const canUseApt = () => process.platform === "linux" && existsSync("/etc/debian_version") && process.getuid?.() === 0;

/** certutil is a help, not a need: without it Chromium is told the demo's keys one by one. */
function explain(kinds, missing, tools) {
  const sudo = process.getuid?.() === 0 ? "" : "sudo ";
  const install = (packages) => `${sudo}apt-get install --no-install-recommends ${packages.join(" ")}`;
  const advice = kinds
    .filter((kind) => findBrowser(kind) === undefined)
    .map((kind) =>
      browserAdvice(kind, process.platform, process.env, install([kind === "chromium" ? "chromium" : "firefox-esr"])),
    );
  const others = missing.filter((name) => !["chromium", "firefox-esr", "libnss3-tools"].includes(name));
  if (tools && others.length > 0) {
    advice.push(`These programs were not found.\n  Install them:     ${install(others)}   (Debian, Ubuntu)`);
  }
  return advice.length === 0 ? undefined : advice.join("\n\n");
}
