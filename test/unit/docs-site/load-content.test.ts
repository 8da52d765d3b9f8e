import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadContent } from "../../../docs-site/build/load-content.ts";

const published = fileURLToPath(new URL("../../../shared/content/", import.meta.url));

let folder: string;
beforeEach(async () => {
  folder = `${await mkdtemp(join(tmpdir(), "content-"))}/`;
  await cp(published, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

test("reads what is published", async () => {
  const content = await loadContent(folder);
  expect(content.guides.map(({ platform, task }) => `${platform}/${task}`)).toContain("nginx/install");
});

test("a mistake ends the build with its file, its line and the reason", async () => {
  const file = join(folder, "guides", "nginx", "install.md");
  const text = await readFile(file, "utf8");
  await writeFile(file, `${text}\n\`\`\`sh\nsudo reboot\n\`\`\`\n`);
  const line = text.split("\n").length + 1;
  await expect(loadContent(folder)).rejects.toThrow(`${file}:${line}: `);
});

test("a guide without its platform is named", async () => {
  await cp(join(folder, "guides", "nginx"), join(folder, "guides", "stray"), { recursive: true });
  await expect(loadContent(folder)).rejects.toThrow(/guides\/stray\/csr\.md:1: .*platforms\/stray\.md/);
});
