import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Every source file that git knows or would add, as paths from the root. */
const sources = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: root })
  .toString()
  .split("\n")
  .filter((path) => /\.(ts|tsx|mjs|astro)$/.test(path) && !path.endsWith(".d.ts"));

/** The modules that a file imports: relative ones as paths from the root, others by their name. */
function importsOf(path: string): readonly string[] {
  const text = readFileSync(join(root, path), "utf8");
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) =>
      fileName.startsWith(".")
        ? relative(root, resolve(root, dirname(path), fileName)).replaceAll("\\", "/")
        : fileName,
    );
}

/** The modules that are there when the file runs: imports of types only are left out. */
function runsWith(path: string): readonly string[] {
  const text = readFileSync(join(root, path), "utf8");
  const types = new Set<string>();
  for (const [, names = "", module = ""] of text.matchAll(/^import (type [^;]*?|\{[^;]*?\}) from "([^"]+)"/gms)) {
    const each = names
      .replace(/[{}]/g, "")
      .split(",")
      .map((name) => name.trim())
      .filter(Boolean);
    if (names.startsWith("type ") || each.every((name) => name.startsWith("type "))) types.add(module);
  }
  const resolved = new Set(
    [...types].map((name) => relative(root, resolve(root, dirname(path), name)).replaceAll("\\", "/")),
  );
  return importsOf(path).filter((imported) => isPath(imported) && !resolved.has(imported));
}

const inside = (folder: string, path: string): boolean => path.startsWith(`${folder}/`);
const packages = (path: string): readonly string[] =>
  importsOf(path).filter((name) => !name.includes("/") || /^@[^/]+\/[^/]+/.test(name) || /^[a-z]/.test(name));

interface Rule {
  readonly name: string;
  readonly files: (path: string) => boolean;
  readonly forbidden: (imported: string) => boolean;
}

const isPath = (imported: string): boolean => /^(shared|extension|docs-site|test)\//.test(imported);

/** The rules of the house; CONTRIBUTING tells them in prose. */
const rules: readonly Rule[] = [
  {
    name: "shared/ imports neither of the others, nor the browser, nor Node",
    files: (path) => inside("shared", path),
    forbidden: (imported) =>
      /^(extension|docs-site|test)\//.test(imported) ||
      imported.startsWith("node:") ||
      imported === "webextension-polyfill",
  },
  {
    name: "the extension does not import the site or the tests",
    files: (path) => inside("extension", path),
    forbidden: (imported) => /^(docs-site|test)\//.test(imported),
  },
  {
    name: "the site does not import the extension or the tests",
    files: (path) => inside("docs-site", path),
    forbidden: (imported) => /^(extension|test)\//.test(imported),
  },
  {
    name: "the extension's screens and background reach the browser through platform/, sources/ and store/ only",
    files: (path) => inside("extension/src", path) && !/^extension\/src\/(platform|sources|store)\//.test(path),
    forbidden: (imported) => imported === "webextension-polyfill",
  },
  {
    name: "the extension uses no Node module, no react and nothing of Plasmo's at run time",
    files: (path) => inside("extension/src", path),
    forbidden: (imported) => /^(node:|react$|react-dom|@plasmohq\/|plasmo$)/.test(imported),
  },
  {
    name: "screens do not reach into the background, nor the background into screens",
    files: (path) => inside("extension/src/background", path),
    forbidden: (imported) => inside("extension/src/ui", imported),
  },
  {
    name: "screens do not import the background",
    files: (path) => inside("extension/src/ui", path),
    forbidden: (imported) => inside("extension/src/background", imported),
  },
  {
    name: "nothing is imported from an address",
    files: () => true,
    forbidden: (imported) => /^(https?:|\/\/|data:)/.test(imported),
  },
];

describe("import graph", () => {
  it("sees the files", () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(importsOf("shared/verdict/judge.ts")).toContain("shared/verdict/judge-dates.ts");
  });

  it.each(rules)("$name", ({ files, forbidden }) => {
    const broken = sources.filter(files).flatMap((path) =>
      importsOf(path)
        .filter(forbidden)
        .map((imported) => `${path} imports ${imported}`),
    );
    expect(broken).toEqual([]);
  });

  it("names relative modules with their ending, so that every tool takes them as they are", () => {
    const bare = sources.flatMap((path) =>
      importsOf(path)
        .filter((imported) => isPath(imported) && !/\.[a-z]+$/.test(imported))
        .map((imported) => `${path} imports ${imported}`),
    );
    expect(bare).toEqual([]);
  });

  it("has no circle among the files that run together", () => {
    const graph = new Map(sources.map((path) => [path, runsWith(path)]));
    const done = new Set<string>();
    const circle = (path: string, above: readonly string[]): readonly string[] | undefined => {
      if (above.includes(path)) return [...above.slice(above.indexOf(path)), path];
      if (done.has(path)) return undefined;
      for (const next of graph.get(path) ?? []) {
        const found = circle(next, [...above, path]);
        if (found !== undefined) return found;
      }
      done.add(path);
      return undefined;
    };
    const circles = sources.map((path) => circle(path, [])).filter((found) => found !== undefined);
    expect(circles).toEqual([]);
  });
});

describe("packages", () => {
  const declared = (workspace: string): ReadonlySet<string> => {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(
      readFileSync(join(root, workspace, "package.json"), "utf8"),
    );
    return new Set([...Object.keys(dependencies), ...Object.keys(devDependencies)]);
  };

  it.each(["shared", "extension", "docs-site"])("%s declares every package that it imports", (workspace) => {
    const names = declared(workspace);
    const missing = sources
      .filter((path) => inside(workspace, path))
      .flatMap((path) =>
        packages(path)
          .filter((name) => !isPath(name) && !/^(node:|astro:|virtual:|data-text:)/.test(name))
          .map((name) => (name.startsWith("@") ? name.split("/").slice(0, 2).join("/") : (name.split("/")[0] ?? name)))
          .filter((name) => !names.has(name) && !names.has(`@types/${name}`))
          .map((name) => `${path} imports ${name}`),
      );
    expect(missing).toEqual([]);
  });

  it.each([".", "shared", "extension", "docs-site"])("%s pins exact versions", (workspace) => {
    const manifest = JSON.parse(readFileSync(join(root, workspace, "package.json"), "utf8"));
    const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(String(version)))).toEqual([]);
  });
});
