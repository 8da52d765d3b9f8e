import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { BrowserKind } from "./setup/browser-programs.mjs";
import { runCalmly } from "./setup/calm-command.mjs";
import { npmCommand } from "./setup/npm-command.mjs";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** Where `npm run build` puts things. */
export const builds = {
  chromium: join(root, "extension", "build", "chrome-mv3-prod"),
  firefox: join(root, "extension", "build", "firefox-mv3-prod"),
  site: join(root, "docs-site", "dist"),
} as const satisfies Record<BrowserKind | "site", string>;

const inputs = ["shared", "extension", "docs-site", "package-lock.json"] as const;
/** Written by builds and tools; never an input. `docs-site/build` is none of them: it holds the site's plugins. */
const outputs = new Set([
  "extension/build",
  "extension/generated",
  "extension/.plasmo",
  "extension/native-host/dist",
  "docs-site/dist",
  "docs-site/.astro",
]);
const stamp = join(root, ".cache", "build");

/**
 * Builds the extension and the site with `npm run build` unless the last build was of exactly these inputs.
 * @throws when the build failed; its output has been shown
 */
export async function ensureBuilt(): Promise<typeof builds> {
  const hash = await hashOf(inputs);
  const last = await readFile(stamp, "utf8").catch(() => "");
  const complete = Object.values(builds).every((directory) => existsSync(directory));
  if (complete && last === hash) return builds;
  const [command, args] = npmCommand(["run", "build"]);
  const built = await runCalmly("Building the extension and the help center", command, args, {
    cwd: root,
    shell: command === "npm.cmd",
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofTheTestRunner.test(name))),
  });
  if (!built) throw new Error("The build failed; its words are above.");
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, hash);
  return builds;
}

/** With these in its environment the site's bundler makes a development build, without the search. */
const ofTheTestRunner = /^(NODE_ENV|BASE_URL|MODE|DEV|PROD|SSR|TEST|VITEST.*)$/;

async function hashOf(paths: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const path of paths) {
    for (const file of await filesBelow(join(root, path)))
      hash.update(`${relative(root, file)}\0`).update(await readFile(file));
  }
  return hash.digest("hex");
}

async function filesBelow(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) return [path];
  const kept = entries
    .filter(
      ({ name }) => name !== "node_modules" && !outputs.has(relative(root, join(path, name)).replaceAll("\\", "/")),
    )
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const nested = await Promise.all(
    kept.map((entry) => (entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(path, entry.name)])),
  );
  return nested.flat();
}

/**
 * A copy of a build whose optional permissions are required ones: a driven browser shows no permission prompt.
 * The same build gives the same directory under `.cache/granted`, whoever asks; those of earlier builds go.
 */
export async function grantedCopy(buildDirectory: string): Promise<string> {
  const name = basename(buildDirectory);
  const place = join(root, ".cache", "granted");
  const copy = join(place, `${name}-${(await hashOf([relative(root, buildDirectory)])).slice(0, 16)}`);
  if (existsSync(copy)) return copy;
  await mkdir(place, { recursive: true });
  for (const old of await readdir(place)) {
    // Another run may be using a recent one.
    const age = Date.now() - (await stat(join(place, old))).mtimeMs;
    if (old.startsWith(name) && age > 3_600_000) await rm(join(place, old), { recursive: true, force: true });
  }
  const unfinished = await mkdtemp(join(place, `${name}-`));
  await cp(buildDirectory, unfinished, { recursive: true });
  const file = join(unfinished, "manifest.json");
  await writeFile(file, JSON.stringify(granted(JSON.parse(await readFile(file, "utf8"))), undefined, 2));
  // Whoever comes second finds the first one's, which is the same.
  await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true, force: true }));
  return copy;
}

type Manifest = Readonly<Record<string, unknown>>;

/** The manifest with what was optional granted; anything else is as it was. */
export function granted({ optional_permissions, optional_host_permissions, ...manifest }: Manifest): Manifest {
  return {
    ...manifest,
    permissions: union(manifest["permissions"], optional_permissions),
    host_permissions: union(manifest["host_permissions"], optional_host_permissions),
  };
}

const union = (one: unknown, other: unknown): readonly unknown[] => [
  ...new Set([one, other].flatMap((list) => (Array.isArray(list) ? list : []))),
];
