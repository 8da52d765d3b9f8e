import { z } from "zod";
import { failure, type Result, success } from "../result.ts";
import type { ContentProblem } from "./content.ts";
import { isoDate, line, sources } from "./fields.ts";
import { readFrontMatter } from "./front-matter.ts";
import { type Guide, tasks } from "./guide.ts";
import { readBlocks } from "./markdown-blocks.ts";
import { collectReport } from "./markdown-report.ts";
import { type TokenId, tokens } from "./tokens.ts";

const isToken = (value: unknown): value is TokenId => typeof value === "string" && Object.hasOwn(tokens, value);
const token = z.custom<TokenId>(isToken, `is no token; there are ${Object.keys(tokens).join(", ")}`);

const schema = z.strictObject({
  title: line,
  description: line,
  versions: line,
  tokens: z.array(token, "must be a list").readonly(),
  sources,
  reviewed: isoDate,
});

/** Platform and task of a guide's path `guides/<platform>/<task>.md`. */
export function readGuidePath(file: string): Pick<Guide, "platform" | "task"> | undefined {
  const [, platform, name] = /^guides\/([a-z0-9]+(?:-[a-z0-9]+)*)\/([a-z]+)\.md$/.exec(file) ?? [];
  const task = tasks.find((known) => known === name);
  return platform === undefined || task === undefined ? undefined : { platform, task };
}

/** Reads one guide. `file` is its path below `content/`, `text` the whole file; the failure names everything that is wrong. */
export function parseGuide(file: string, text: string): Result<Guide, readonly ContentProblem[]> {
  const path = readGuidePath(file);
  if (path === undefined) {
    return failure([
      { file, line: 1, message: `A guide is guides/<platform>/<task>.md; the tasks are ${tasks.join(", ")}.` },
    ]);
  }
  const front = readFrontMatter(file, text, schema);
  if (!front.ok) return front;
  const report = collectReport(file);
  const blocks = readBlocks(front.value.body, report);
  const declared = front.value.data.tokens;
  for (const used of report.used) {
    if (!declared.includes(used)) report.problem(1, `The page uses the token "${used}": add it to "tokens".`);
  }
  for (const [index, name] of declared.entries()) {
    if (!report.used.has(name))
      report.problem(1, `The page does not use the token "${name}": take it out of "tokens".`);
    if (declared.indexOf(name) !== index) report.problem(1, `"tokens" names "${name}" twice.`);
  }
  if (front.value.body.trim() === "") report.problem(1, "The guide is empty.");
  const problems = report.problems();
  return problems.length > 0 ? failure(problems) : success({ ...path, ...front.value.data, blocks });
}
