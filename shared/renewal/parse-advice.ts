import { z } from "zod";
import type { ContentProblem } from "../guide/content.ts";
import { isoDate, line, sources } from "../guide/fields.ts";
import { readFrontMatter } from "../guide/front-matter.ts";
import { readProse } from "../guide/read-prose.ts";
import { failure, type Result, success } from "../result.ts";
import { type Advice, adviceIds } from "./advice.ts";

const schema = z.strictObject({ title: line, summary: line, sources, reviewed: isoDate });

/** Reads `advice/<id>.md`; `file` is its path below `content/`. */
export function parseAdvice(file: string, text: string): Result<Advice, readonly ContentProblem[]> {
  const name = /^advice\/(.*)\.md$/.exec(file)?.[1];
  const id = adviceIds.find((known) => known === name);
  if (id === undefined) return failure([{ file, line: 1, message: `Advice is one of ${adviceIds.join(", ")}.` }]);
  const front = readFrontMatter(file, text, schema);
  if (!front.ok) return front;
  const steps = readProse(file, front.value.body);
  return steps.ok ? success({ id, ...front.value.data, steps: steps.value }) : steps;
}
