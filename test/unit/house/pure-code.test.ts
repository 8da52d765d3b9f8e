import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** What types cannot shut out of shared/: the clock and chance are parameters there, and nothing is written to a log. */
const impure: readonly [what: string, test: (node: ts.Node) => boolean][] = [
  ["Date.now()", (node) => isMember(node, "Date", "now")],
  ["Math.random()", (node) => isMember(node, "Math", "random")],
  ["performance.now()", (node) => isMember(node, "performance", "now")],
  [
    "new Date() without a time",
    (node) => ts.isNewExpression(node) && named(node.expression, "Date") && !node.arguments?.length,
  ],
  ["Date() as a function", (node) => ts.isCallExpression(node) && named(node.expression, "Date")],
  ["console", (node) => ts.isPropertyAccessExpression(node) && named(node.expression, "console")],
];

const named = (node: ts.Node, name: string): boolean => ts.isIdentifier(node) && node.text === name;
const isMember = (node: ts.Node, object: string, member: string): boolean =>
  ts.isPropertyAccessExpression(node) && named(node.expression, object) && node.name.text === member;

function impurities(path: string, text: string): readonly string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    for (const [what, test] of impure) {
      if (test(node)) found.push(`${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${what}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe("shared/ decides and does not look around", () => {
  it("is told apart from code that does", () => {
    const text =
      "const a = Date.now() + Math.random(); new Date(); new Date(0); Date(); console.log(a); performance.now();";
    expect(impurities("x.ts", text).map((line) => line.replace("x.ts:1 ", ""))).toEqual([
      "Date.now()",
      "Math.random()",
      "new Date() without a time",
      "Date() as a function",
      "console",
      "performance.now()",
    ]);
  });

  it("has no clock, no chance and no log", () => {
    const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "shared"], {
      cwd: root,
    })
      .toString()
      .split("\n")
      .filter((path) => path.endsWith(".ts"));
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap((path) => impurities(path, readFileSync(join(root, path), "utf8")))).toEqual([]);
  });
});
