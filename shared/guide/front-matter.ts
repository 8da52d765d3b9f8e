import { isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { failure, type Result, success } from "../result.ts";
import type { ContentProblem } from "./content.ts";

export interface FrontMatter<T> {
  readonly data: T;
  /** The Markdown below, with the front matter's lines left empty: line numbers stay those of the file. */
  readonly body: string;
}

const opening = /^---[ \t]*\r?\n/;
const closing = /^---[ \t]*$/m;

/** Reads the YAML between the two `---` lines at the top of a file; every field that breaks the schema is named with its line. */
export function readFrontMatter<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
): Result<FrontMatter<T>, readonly ContentProblem[]> {
  const first = opening.exec(text)?.[0].length ?? 0;
  const end = first === 0 ? undefined : closing.exec(text.slice(first));
  if (!end)
    return failure([{ file, line: 1, message: "The file does not begin with front matter between two --- lines." }]);
  const source = text.slice(first, first + end.index);
  const rest = text.slice(first + end.index + end[0].length);
  const body = "\n".repeat(source.split("\n").length) + rest;

  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const lineAt = (offset: number): number => lines.linePos(offset).line + 1;
  if (document.errors.length > 0) {
    return failure(
      document.errors.map((error) => ({
        file,
        line: lineAt(error.pos[0]),
        message: `The front matter is not YAML: ${error.message.split(" at line ")[0]}.`,
      })),
    );
  }
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length--) {
      const node: unknown = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lineAt(node.range[0]);
    }
    return 1;
  };
  const checked = schema.safeParse(document.toJS());
  if (checked.success) return success({ data: checked.data, body });
  return failure(
    checked.error.issues.map((issue) => ({
      file,
      line:
        issue.code === "unrecognized_keys" ? lineOf([...issue.path, ...issue.keys.slice(0, 1)]) : lineOf(issue.path),
      message: inWords(issue, document.hasIn(issue.path)),
    })),
  );
}

function inWords(issue: z.core.$ZodIssue, present: boolean): string {
  if (issue.code === "unrecognized_keys") {
    const fields = issue.keys.map((key) => `"${key}"`).join(", ");
    return issue.path.length === 0
      ? `There is no field ${fields}.`
      : `There is no field ${fields} in "${issue.path.join(".")}".`;
  }
  if (issue.path.length === 0) return `The front matter ${issue.message}.`;
  const field = `The field "${issue.path.join(".")}"`;
  return present ? `${field} ${issue.message}.` : `${field} is missing.`;
}
