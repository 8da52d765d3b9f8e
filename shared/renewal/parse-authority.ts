import { z } from "zod";
import type { ContentProblem } from "../guide/content.ts";
import { httpsUrl, idPattern, isoDate, line } from "../guide/fields.ts";
import { readFrontMatter } from "../guide/front-matter.ts";
import { readProse } from "../guide/read-prose.ts";
import { simplePattern } from "../guide/simple-pattern.ts";
import { failure, type Result, success } from "../result.ts";
import { type Authority, linkStates, linkUses, routes } from "./authority.ts";

const oneOf = <const T extends readonly string[]>(values: T) => z.enum(values, `must be one of ${values.join(", ")}`);
const days = z.int("must be a number of days").min(0, "must be a number of days").max(400, "must be a number of days");

const issuer = z
  .strictObject(
    { cn: simplePattern.exactOptional(), o: simplePattern.exactOptional(), c: simplePattern.exactOptional() },
    "must have cn, o or c",
  )
  // An organisation alone misroutes: brands and resold authorities share it.
  .refine((pattern) => pattern.cn !== undefined, "must have a pattern for cn");

const link = z.strictObject(
  { use: oneOf(linkUses), label: line, url: httpsUrl, state: oneOf(linkStates), source: line, checked: isoDate },
  "must have use, label, url, state, source and checked",
);

const schema = z.strictObject({
  name: line,
  operator: line,
  route: oneOf(routes),
  issuers: z.array(issuer, "must be a list").min(1, "must have a pattern").readonly(),
  links: z.array(link, "must be a list").min(1, "must have a link").readonly(),
  caa: z.array(line, "must be a list").readonly(),
  csr: line,
  window: z.strictObject({ opensDays: days, closesDays: days }, "must have opensDays and closesDays").exactOptional(),
  distrust: z
    .strictObject({ after: isoDate, by: line, source: httpsUrl }, "must have after, by and source")
    .exactOptional(),
});

/** Reads `authorities/<id>.md`; `file` is its path below `content/`. */
export function parseAuthority(file: string, text: string): Result<Authority, readonly ContentProblem[]> {
  const id = /^authorities\/(.*)\.md$/.exec(file)?.[1] ?? "";
  if (!idPattern.test(id) || id.length > 40)
    return failure([{ file, line: 1, message: "An authority is authorities/<id>.md." }]);
  const front = readFrontMatter(file, text, schema);
  if (!front.ok) return front;
  const steps = readProse(file, front.value.body);
  return steps.ok ? success({ id, ...front.value.data, steps: steps.value }) : steps;
}
