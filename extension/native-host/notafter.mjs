#!/usr/bin/env node
// Starts the built program. It needs Node 22.15 or later; the package brings one along for machines that have an older one.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

const built = fileURLToPath(new URL("./dist/notafter.mjs", import.meta.url));
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (!existsSync(built)) {
  process.stderr.write("notafter has not been built yet. Run: npm run build\n");
  process.exitCode = 69;
} else if (major > 22 || (major === 22 && minor >= 15)) {
  await import(pathToFileURL(built).href);
} else {
  const node = packagedNode();
  if (node === undefined) {
    process.stderr.write(`notafter needs Node 22.15 or later; this is ${process.version}.\n`);
    process.exitCode = 69;
  } else {
    const { status, error } = spawnSync(node, [built, ...process.argv.slice(2)], { stdio: "inherit" });
    if (error) process.stderr.write(`${node}: ${error.message}\n`);
    process.exitCode = status ?? 70;
  }
}

/** The Node that the package's optional dependencies brought for this platform. */
function packagedNode() {
  const require = createRequire(import.meta.url);
  const { platform, arch } = process;
  const system = platform === "win32" ? "win" : platform;
  for (const name of [`node-${system}-${arch}`, `node-bin-${system}-${arch}`]) {
    for (const program of ["bin/node", "bin/node.exe"]) {
      try {
        return require.resolve(`${name}/${program}`);
      } catch {
        // The next one.
      }
    }
  }
  return undefined;
}
