/**
 * `npm run pack`: one executable for this platform, `native-host/dist/notafter`, which needs no Node: it is the Node that runs
 * this script, with the command, the native host and `install` in it (Node's documentation, "Single executable applications").
 */
import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { nodeLicence } from "./node-licence.ts";

const run = promisify(execFile);
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const target = process.argv[2] ?? here("../dist");
const executable = join(target, process.platform === "win32" ? "notafter.exe" : "notafter");

await mkdir(target, { recursive: true });
// Beside its place, so that the last step is a rename: there is never half an executable.
const folder = await mkdtemp(join(target, ".pack-"));
try {
  const script = join(folder, "notafter.cjs");
  await build({
    entryPoints: [here("../main-packed.ts")],
    bundle: true,
    minify: true,
    keepNames: true,
    platform: "node",
    target: "node24",
    format: "cjs",
    logLevel: "warning",
    outfile: script,
  });
  const packed = join(folder, "notafter");
  await copyFile(process.execPath, packed);
  await withoutSymbols(packed);
  if (process.platform === "darwin") await run("codesign", ["--remove-signature", packed]);
  await run(process.execPath, [
    ...[fileURLToPath(import.meta.resolve("postject/dist/cli.js")), packed, "NODE_SEA_BLOB", await blobOf(script)],
    // The mark in Node's own executable that says whether something was put into it.
    ...["--sentinel-fuse", "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2", "--macho-segment-name", "NODE_SEA"],
  ]);
  // macOS starts no executable without a signature; one that names nobody is enough on this machine.
  if (process.platform === "darwin") await run("codesign", ["--sign", "-", packed]);
  const { stdout } = await run(packed, ["--version"]);
  await writeFile(join(target, "notafter-licences.txt"), await licences());
  await rename(packed, executable);
  const megabytes = (await stat(executable)).size / 1e6;
  process.stdout.write(
    `${executable}: notafter ${stdout.trim()}, Node ${process.version}, ${megabytes.toFixed(0)} MB\n`,
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** The file that Node is to find in itself: the script, with the code that V8 made of it, and as text for its threads. */
async function blobOf(script: string): Promise<string> {
  const config = join(folder, "sea.json");
  const output = join(folder, "notafter.blob");
  await writeFile(
    config,
    JSON.stringify({
      main: script,
      output,
      disableExperimentalSEAWarning: true,
      useCodeCache: true,
      assets: { "notafter.cjs": script },
    }),
  );
  await run(process.execPath, ["--experimental-sea-config", config]);
  return output;
}

/** Debuggers' names are a seventh of it. Where there is no `strip`, they stay. */
async function withoutSymbols(path: string): Promise<void> {
  if (process.platform === "win32") return;
  await run("strip", process.platform === "darwin" ? ["-x", path] : [path]).catch(() => undefined);
}

async function licences(): Promise<string> {
  const ours = await readFile(here("../../../LICENSE"), "utf8");
  return `NotAfter\n\n${ours}\n${"-".repeat(80)}\nNode.js ${process.version}, and what is in it\n\n${await nodeLicence(dirname(process.execPath))}`;
}
