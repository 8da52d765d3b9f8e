import { execFile } from "node:child_process";
import { appendFile, cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../support/build.ts";
import { brokenLinks, pagesOf } from "../support/help-center/links.ts";
import { npmCommand } from "../support/setup/npm-command.mjs";

/** Builds with content of its own, into a folder of its own: what is published is left alone. */
let folder: string;
let content: string;
let output: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "help-center-"));
  content = join(folder, "content");
  output = join(folder, "dist");
  await cp(join(root, "shared", "content"), content, { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function build(): Promise<{ readonly status: number; readonly output: string }> {
  const [command, args] = npmCommand(["run", "build", "-w", "docs-site", "--", "--outDir", output]);
  const env = {
    ...process.env,
    NOTAFTER_CONTENT: content,
    NOTAFTER_SITE: "https://help.example",
    NOTAFTER_BASE: "/help/",
  };
  return new Promise((resolve) => {
    const child = execFile(command, [...args], { cwd: root, env, shell: command === "npm.cmd" }, (_error, out, err) =>
      resolve({ status: child.exitCode ?? 1, output: out + err }),
    );
  });
}

test("a new platform is a new file: it is in the chooser, under any path, with every link right", async () => {
  await cp(join(content, "guides", "nginx"), join(content, "guides", "brand-new"), { recursive: true });
  await cp(join(content, "platforms", "nginx.md"), join(content, "platforms", "brand-new.md"));
  const built = await build();
  expect(built, built.output).toMatchObject({ status: 0 });
  expect(pagesOf(output)).toContain("/guides/brand-new/install/");
  expect(brokenLinks(output, "/help/")).toEqual([]);
  const start = await readFile(join(output, "index.html"), "utf8");
  expect(start).toContain('href="/help/guides/brand-new/install/"');
  expect(start).toContain('<link rel="canonical" href="https://help.example/help/"');
  const sitemap = await readFile(join(output, "sitemap-0.xml"), "utf8");
  expect(sitemap).toContain("<loc>https://help.example/help/guides/brand-new/install/</loc>");
}, 120_000);

test("content with a mistake is not built, and the message says where it is", async () => {
  const file = join(content, "guides", "nginx", "verify.md");
  const line = (await readFile(file, "utf8")).split("\n").length + 1;
  await appendFile(file, "\n```sh\nsudo reboot\n```\n");
  const built = await build();
  expect(built.status).not.toBe(0);
  expect(built.output).toContain(`${file}:${line}: `);
}, 60_000);
