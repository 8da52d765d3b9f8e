/** Run before the extension is built: `node content/compile.ts`. */
import { join } from "node:path";
import { describeContentProblem } from "../../shared/guide/content.ts";
import { writeContent } from "./write-content.ts";

const written = await writeContent(
  join(import.meta.dirname, "../../shared/content"),
  join(import.meta.dirname, "../generated"),
);
if (!written.ok) {
  for (const problem of written.problem) console.error(`shared/content/${describeContentProblem(problem)}`);
  process.exitCode = 1;
}
