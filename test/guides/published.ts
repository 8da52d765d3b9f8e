import { readFileSync } from "node:fs";
import { describeContentProblem } from "../../shared/guide/content.ts";
import type { Guide, GuideBlock, Task } from "../../shared/guide/guide.ts";
import { parseGuide } from "../../shared/guide/parse-guide.ts";
import { personalise } from "./personal-values.ts";
import type { GuideTexts } from "./server.ts";

export const content = new URL("../../shared/content/", import.meta.url);

export interface Step {
  readonly id: string;
  readonly command: string;
  readonly mustFailWhen?: string;
}

/** What a guide asks to do, personalised as its page is. */
export interface PublishedGuide {
  readonly task: Task;
  readonly steps: readonly Step[];
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

export function readTexts(platform: string): GuideTexts {
  const read = (task: Task): string => readFileSync(new URL(`guides/${platform}/${task}.md`, content), "utf8");
  return {
    csr: read("csr"),
    backup: read("backup"),
    install: read("install"),
    verify: read("verify"),
    restore: read("restore"),
  };
}

/** Reads a guide's text with the parser that the site and the extension use. Throws what is wrong with it. */
export function publishedGuide(platform: string, task: Task, text: string): PublishedGuide {
  const guide = parseGuide(`guides/${platform}/${task}.md`, text);
  if (!guide.ok) throw new Error(guide.problem.map(describeContentProblem).join("\n"));
  const codes = codeBlocks(guide.value);
  return {
    task,
    steps: codes.flatMap(({ meaning, text: command }) =>
      meaning.kind === "run"
        ? [
            {
              id: meaning.id,
              command: personalise(command),
              ...(meaning.expectFailureWhen ? { mustFailWhen: meaning.expectFailureWhen } : {}),
            },
          ]
        : [],
    ),
    files: codes.flatMap(({ meaning, text: body }) =>
      meaning.kind === "file" ? [{ path: personalise(meaning.path), text: `${personalise(body).trimEnd()}\n` }] : [],
    ),
  };
}

type Code = Extract<GuideBlock, { kind: "code" }>;

const codeBlocks = (guide: Guide): readonly Code[] => guide.blocks.flatMap(codesIn);

function codesIn(block: GuideBlock): readonly Code[] {
  if (block.kind === "code") return [block];
  if (block.kind === "list") return block.items.flatMap((item) => item.flatMap(codesIn));
  return block.kind === "note" ? block.children.flatMap(codesIn) : [];
}
