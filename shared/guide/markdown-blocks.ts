import type { Code, Heading, List, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { type AsideMarker, markAsides } from "./aside-markers.ts";
import { readCodeMeaning } from "./code-meaning.ts";
import type { GuideBlock } from "./guide.ts";
import { headingId } from "./heading-id.ts";
import { readInline } from "./markdown-inline.ts";
import type { MarkdownReport } from "./markdown-report.ts";

/** Reads a file's Markdown (front matter blanked out) into blocks; whatever a guide may not hold is reported. */
export function readBlocks(body: string, report: MarkdownReport): readonly GuideBlock[] {
  const { text, markers, mistaken } = markAsides(body);
  for (const line of mistaken) {
    report.problem(
      line,
      "An aside begins with :::note, :::tip, :::caution or :::danger, with [a title] or without, and ends with :::.",
    );
  }
  const walk: Walk = { markers, report, headings: new Set(), steps: new Set() };
  return readChildren(fromMarkdown(text).children, walk);
}

interface Walk {
  readonly markers: ReadonlyMap<number, AsideMarker>;
  readonly report: MarkdownReport;
  readonly headings: Set<string>;
  readonly steps: Set<string>;
}

const lineOf = (node: RootContent): number => node.position?.start.line ?? 1;

/** The blocks of one container; what stands between an aside's two lines becomes its content. */
function readChildren(nodes: readonly RootContent[], walk: Walk): readonly GuideBlock[] {
  const blocks: GuideBlock[] = [];
  let open:
    | {
        readonly line: number;
        readonly marker: AsideMarker & { readonly kind: "open" };
        readonly children: GuideBlock[];
      }
    | undefined;
  for (const node of nodes) {
    const line = lineOf(node);
    const marker = node.type === "heading" ? walk.markers.get(line) : undefined;
    if (marker === undefined) {
      const block = readBlock(node, walk);
      if (block !== undefined) (open?.children ?? blocks).push(block);
    } else if (marker.kind === "open") {
      if (open === undefined) open = { line, marker, children: [] };
      else walk.report.problem(line, "An aside cannot stand in another one.");
    } else if (open === undefined) {
      walk.report.problem(line, "This ::: ends no aside. In a list, both lines of an aside are indented alike.");
    } else {
      if (open.children.length === 0) walk.report.problem(open.line, "The aside is empty.");
      const { tone, title } = open.marker;
      blocks.push({ kind: "note", tone, ...(title === undefined ? {} : { title }), children: open.children });
      open = undefined;
    }
  }
  if (open !== undefined) walk.report.problem(open.line, "The aside has no end: a line ::: with the same indentation.");
  return blocks;
}

function readBlock(node: RootContent, walk: Walk): GuideBlock | undefined {
  const say = (message: string): undefined => walk.report.problem(lineOf(node), message);
  switch (node.type) {
    case "paragraph":
      return { kind: "paragraph", children: readInline(node.children, walk.report) };
    case "heading":
      return readHeading(node, walk);
    case "list":
      return readList(node, walk);
    case "code":
      return readCode(node, walk);
    case "html":
      return say("HTML is not supported in guides.");
    case "blockquote":
      return say("Quotations are not supported: write an aside (:::note) or a paragraph.");
    case "thematicBreak":
      return say("Rules are not supported: write a heading.");
    case "definition":
      return say("Reference links are not supported: write [text](https://…).");
    default:
      return say(`Markdown of the kind "${node.type}" is not supported.`);
  }
}

function readHeading(node: Heading, walk: Walk): GuideBlock | undefined {
  const say = (message: string): undefined => walk.report.problem(lineOf(node), message);
  const { depth, children } = node;
  if (depth !== 2 && depth !== 3)
    return say("A heading has two or three # (the title of the page is the front matter's).");
  const text = children.map((child) => (child.type === "text" ? child.value : "\u0000")).join("");
  if (!/^[\x20-\x7e]+$/.test(text)) return say("A heading is plain ASCII text: its id must be the same everywhere.");
  if (/^(?:step\s+)?\d+[.):]/i.test(text)) return say("Headings are not numbered: write the steps as an ordered list.");
  const id = headingId(text);
  if (!/^[a-z0-9][a-z0-9-]{0,79}$/.test(id))
    return say("A heading needs words that can make an address, 80 characters at most.");
  if (walk.headings.has(id)) return say(`There is another heading with the id "${id}".`);
  walk.headings.add(id);
  walk.report.tokens(text, lineOf(node));
  return { kind: "heading", depth, text, id };
}

function readList(node: List, walk: Walk): GuideBlock {
  if (node.ordered && node.start !== 1) {
    walk.report.problem(
      lineOf(node),
      `This list starts at ${node.start}. Indent what belongs to the step before it by three spaces, so that it is one list.`,
    );
  }
  return {
    kind: "list",
    ordered: node.ordered === true,
    items: node.children.map((item) => readChildren(item.children, walk)),
  };
}

function readCode(node: Code, walk: Walk): GuideBlock | undefined {
  const line = lineOf(node);
  const say = (message: string): undefined => walk.report.problem(line, message);
  if (!node.lang)
    return say("A code block needs a language and a kind in its first line; indentation alone does not make one.");
  walk.report.tokens(node.value, line);
  const read = readCodeMeaning(node.lang, node.meta ?? "");
  if (!read.ok) return say(read.problem);
  const { meaning, title } = read.value;
  if (meaning.kind === "run") {
    if (walk.steps.has(meaning.id)) say(`There is another step with the id "${meaning.id}".`);
    walk.steps.add(meaning.id);
    if (/^\$ /m.test(node.value)) say("Leave the prompt ($) out: the command is copied as it stands.");
  }
  if (node.value.trim() === "") say("The code block is empty.");
  if (/\bchmod\s+(?:-R\s+)?0?777\b/.test(node.value))
    say("chmod 777 gives everybody everything: name the owner and the mode.");
  if (/\b(?:curl|wget)\b[^\n|]*\|\s*(?:sudo\s+)?(?:ba)?sh\b/.test(node.value))
    say("No script from the network goes straight into a shell.");
  for (const text of [title ?? "", meaning.kind === "file" ? meaning.path : ""]) walk.report.tokens(text, line);
  return {
    kind: "code",
    language: node.lang,
    ...(title === undefined ? {} : { title }),
    meaning,
    text: node.value,
    line,
  };
}
