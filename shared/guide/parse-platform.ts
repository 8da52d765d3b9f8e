import { z } from "zod";
import { failure, type Result, success } from "../result.ts";
import type { ContentProblem } from "./content.ts";
import { id, idPattern, line } from "./fields.ts";
import { readFrontMatter } from "./front-matter.ts";
import type { Platform } from "./guide.ts";
import { simplePattern } from "./simple-pattern.ts";

const port = z.strictObject(
  {
    port: z.int("must be a port's number").min(1, "must be a port's number").max(65535, "must be a port's number"),
    starttls: id.exactOptional(),
  },
  "must be like { port: 443 }",
);

const schema = z.strictObject({
  name: line,
  summary: line,
  keywords: z.array(line, "must be a list").readonly(),
  detect: simplePattern.exactOptional(),
  ports: z.array(port, "must be a list").min(1, "must name a port").readonly(),
  formats: z.array(id, "must be a list").min(1, "must name a format").readonly(),
  orderFormName: line,
  without: z
    .strictObject(
      {
        csr: line.exactOptional(),
        backup: line.exactOptional(),
        install: line.exactOptional(),
        verify: line.exactOptional(),
        restore: line.exactOptional(),
      },
      "must name tasks, each with the reason",
    )
    .exactOptional(),
});

/** Reads `platforms/<id>.md`; `file` is its path below `content/`. */
export function parsePlatform(file: string, text: string): Result<Platform, readonly ContentProblem[]> {
  const platform = /^platforms\/(.*)\.md$/.exec(file)?.[1] ?? "";
  if (!idPattern.test(platform)) return failure([{ file, line: 1, message: "A platform is platforms/<id>.md." }]);
  const front = readFrontMatter(file, text, schema);
  if (!front.ok) return front;
  if (front.value.body.trim() !== "")
    return failure([{ file, line: 1, message: "A platform has front matter only; guides hold its text." }]);
  return success({ id: platform, ...front.value.data });
}
