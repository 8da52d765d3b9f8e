import { failure, type Result, success } from "../result.ts";
import type { ContentProblem } from "./content.ts";
import type { GuideBlock } from "./guide.ts";
import { readBlocks } from "./markdown-blocks.ts";
import { collectReport } from "./markdown-report.ts";

const runsAnything = (blocks: readonly GuideBlock[]): boolean =>
  blocks.some(
    (block) =>
      (block.kind === "code" && (block.meaning.kind === "run" || block.meaning.kind === "file")) ||
      (block.kind === "list" && block.items.some(runsAnything)) ||
      (block.kind === "note" && runsAnything(block.children)),
  );

/** Reads the body of a text that nobody executes: the Markdown of guides, without steps for the runner. */
export function readProse(file: string, body: string): Result<readonly GuideBlock[], readonly ContentProblem[]> {
  const report = collectReport(file);
  const blocks = readBlocks(body, report);
  if (body.trim() === "") report.problem(1, "The text is empty.");
  if (runsAnything(blocks)) report.problem(1, "Nothing is executed here: use run=false, or output.");
  const problems = report.problems();
  return problems.length > 0 ? failure(problems) : success(blocks);
}
