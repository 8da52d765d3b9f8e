import { spawnSync } from "node:child_process";

const common = ["iproute2", "openssl", "sudo"] as const;

const isInstalled = (name: string): boolean =>
  spawnSync("dpkg-query", ["-W", "-f", "${db:Status-Status}", name], { encoding: "utf8" }).stdout === "installed";

const apt = (...args: readonly string[]): boolean =>
  spawnSync("apt-get", ["-q", ...args], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  }).status === 0;

/** Installs what is missing from Debian; `false` when that is not possible. */
export function installPackages(names: readonly string[]): boolean {
  const missing = [...common, ...names].filter((name) => !isInstalled(name));
  if (missing.length === 0) return true;
  console.log(`Installing from Debian: ${missing.join(", ")}`);
  const install = (): boolean => apt("install", "-y", "--no-install-recommends", ...missing);
  return install() || (apt("update") && install());
}
