import { failure, type Result, success } from "../result.ts";
import { type CodeMeaning, shownReasons } from "./guide.ts";

export interface CodeLine {
  readonly title?: string;
  readonly meaning: CodeMeaning;
}

const attribute = /\s*([a-z][a-z-]*)(?:=(?:"([^"]*)"|([^\s"]+)))?(?=\s|$)/gy;
const word = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** Reads what stands after the language in a code block's first line; the failure is a sentence for the author. */
export function readCodeMeaning(language: string, meta: string): Result<CodeLine, string> {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(language))
    return failure("A code block begins with its language: ```sh, ```nginx, ```text.");
  const given = readAttributes(meta);
  if (!given.ok) return given;
  const { title, ...rest } = given.value;
  const meaning = meaningOf(rest);
  if (!meaning.ok) return meaning;
  return success({ ...(typeof title === "string" ? { title } : {}), meaning: meaning.value });
}

/** An attribute without a value is `true`. */
function readAttributes(meta: string): Result<Readonly<Record<string, string | true>>, string> {
  const given: Record<string, string | true> = {};
  let at = 0;
  while (at < meta.trimEnd().length) {
    attribute.lastIndex = at;
    const found = attribute.exec(meta);
    const name = found?.[1];
    if (!found || name === undefined)
      return failure(`The code block's first line cannot be read at "${meta.slice(at).trim()}".`);
    if (Object.hasOwn(given, name)) return failure(`The code block says "${name}" twice.`);
    given[name] = found[2] ?? found[3] ?? true;
    at = attribute.lastIndex;
  }
  return success(given);
}

const kinds = 'run id="…", file="/…", output, or run=false reason="…"';

function meaningOf(given: Readonly<Record<string, string | true>>): Result<CodeMeaning, string> {
  const names = Object.keys(given).sort().join(" ");
  const id = given["id"];
  const fault = given["expect-fail-when"];
  if (names === "output" && given["output"] === true) return success({ kind: "output" });
  if (names === "file") {
    const path = given["file"];
    if (typeof path !== "string" || !/^\/[\w./-]+$/.test(path))
      return failure('file="…" must be the whole path of a file.');
    return success({ kind: "file", path });
  }
  if (given["run"] === "false" && names === "reason run") {
    const reason = shownReasons.find((known) => known === given["reason"]);
    return reason === undefined
      ? failure(`The reason of run=false must be one of ${shownReasons.join(", ")}.`)
      : success({ kind: "shown", reason });
  }
  if (given["run"] !== true || !/^(?:expect-fail-when )?id run$/.test(names)) {
    return failure(`The code block does not say what it is for: ${kinds}.`);
  }
  if (typeof id !== "string" || !word.test(id))
    return failure("The id of a step must be lower-case letters, digits and hyphens.");
  if (fault === undefined) return success({ kind: "run", id });
  if (fault === true || !word.test(fault))
    return failure("expect-fail-when must name a fault in lower-case letters and hyphens.");
  return success({ kind: "run", id, expectFailureWhen: fault });
}
