import type { PhrasingContent } from "mdast";
import { findTokens } from "./example-hosts.ts";
import type { GuideInline } from "./guide.ts";
import type { MarkdownReport } from "./markdown-report.ts";

/** Text that the help center's Markdown (GFM) would turn into something which the extension does not show. */
const turned: readonly (readonly [RegExp, string])[] = [
  [/https?:\/\//, "A bare address is not a link everywhere: write [text](https://…)."],
  [/\S@\S+\.\S/, "A bare e-mail address becomes a link in some places: put it into `code`."],
  [/\[\^[^\]]+\]/, "Footnotes are not supported: write the sentence where it belongs."],
  [/~~/, "Struck-out text is not supported."],
  [/^\[[ xX]\]\s/, "Task lists are not supported: write a numbered list of steps."],
  [/^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|\s*(?:$|:?-+:?\s*$)/m, "Tables are not supported: write a list."],
];

const isSitePage = (href: string): boolean => /^\/(?:[a-z0-9-]+\/)*(?:#[a-z0-9-]+)?$/.test(href);
const isHttps = (href: string): boolean => /^https:\/\/[^\s"<>\\]+$/.test(href) && URL.canParse(href);

/** The text within a block. What is not supported is reported and left out. */
export function readInline(nodes: readonly PhrasingContent[], report: MarkdownReport): readonly GuideInline[] {
  return nodes.flatMap((node) => {
    const inline = readOne(node, report);
    return inline === undefined ? [] : [inline];
  });
}

function readOne(node: PhrasingContent, report: MarkdownReport): GuideInline | undefined {
  const say = (message: string): undefined => report.problem(node.position?.start.line ?? 1, message);
  switch (node.type) {
    case "text": {
      for (const [pattern, message] of turned) if (pattern.test(node.value)) say(message);
      if (findTokens(node.value).used.length > 0) {
        say("Put www.example.com into `code`: in plain text it becomes a link to example.com.");
      }
      report.tokens(node.value, node.position?.start.line ?? 1);
      return { kind: "text", text: node.value.replace(/\s*\n\s*/g, " ") };
    }
    case "inlineCode":
      report.tokens(node.value, node.position?.start.line ?? 1);
      return { kind: "code", text: node.value };
    case "strong":
    case "emphasis":
      return { kind: node.type, children: readInline(node.children, report) };
    case "link":
      if (!isHttps(node.url) && !isSitePage(node.url)) {
        return say(
          `The link "${node.url}" is neither https://… nor a page of the help center like /guides/nginx/verify/.`,
        );
      }
      if (/example\.(?:com|net|org)/.test(node.url))
        return say("A link cannot be personalised: no example host in it.");
      if (node.title) return say("A link has no title of its own.");
      return { kind: "link", href: node.url, children: readInline(node.children, report) };
    case "html":
      return say("HTML is not supported in guides.");
    case "image":
    case "imageReference":
      return say("Images are not supported yet: say it in words.");
    case "break":
      return say("A hard line break is not supported: begin a new paragraph.");
    case "linkReference":
      return say("Reference links are not supported: write [text](https://…).");
    default:
      return say(`Markdown of the kind "${node.type}" is not supported.`);
  }
}
