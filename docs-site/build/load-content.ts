import { readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import type { Content } from "../../shared/guide/content.ts";
import { describeContentProblem } from "../../shared/guide/content.ts";
import { readContent } from "../../shared/guide/read-content.ts";

/** Reads and checks the folder of content. Throws with every mistake as `file:line: what is wrong`: the build ends there. */
export async function loadContent(folder: string): Promise<Content> {
  const content = await readContent({
    list: async () => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll(sep, "/"));
    },
    read: (file) => readFile(join(folder, file), "utf8"),
  });
  if (content.ok) return content.value;
  const problems = content.problem.map((problem) =>
    describeContentProblem({ ...problem, file: join(folder, problem.file) }),
  );
  throw new Error(`The content cannot be published:\n${problems.join("\n")}`);
}
