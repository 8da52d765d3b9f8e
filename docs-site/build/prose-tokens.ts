import type { Nodes } from "hast";
import { splitTokens } from "../../shared/guide/tokens.ts";
import type { MarkdownPlugin, VisitorContext } from "./markdown-plugin.ts";
import { elementOf } from "./token-elements.ts";

/** Code is marked by `code-tokens.ts`; headings keep their text, of which anchors and the table of contents are made. */
const untouched = new Set(["pre", "style", "script", "button", "h1", "h2", "h3", "h4"]);

/** Marks the tokens in prose, in the titles of code blocks too. */
export const proseTokens: MarkdownPlugin = {
  name: "notafter-prose-tokens",
  text(node, context) {
    const pieces = splitTokens(node.value);
    if (pieces.every((piece) => typeof piece === "string") || isUntouched(node, context)) return;
    context.replaceNode(
      node,
      pieces.map((piece) =>
        elementOf(typeof piece === "string" ? piece : { token: piece.token, text: piece.standsAs }),
      ),
    );
  },
};

function isUntouched(node: Readonly<Nodes>, context: VisitorContext): boolean {
  const parent = context.parent(node);
  if (parent === undefined) return false;
  return (parent.type === "element" && untouched.has(parent.tagName)) || isUntouched(parent, context);
}
