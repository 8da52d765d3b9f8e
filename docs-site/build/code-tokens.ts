import { definePlugin } from "@astrojs/starlight/expressive-code";
import type { Element } from "hast";
import { markTokens } from "./token-elements.ts";

/**
 * Marks tokens in code after it was highlighted. Lines are separate elements without line ends, and no token spans a
 * line, so every line is marked for itself.
 */
export const codeTokens = () =>
  definePlugin({
    name: "notafter-code-tokens",
    hooks: {
      postprocessRenderedBlock: ({ renderData }) => {
        for (const line of linesOf(renderData.blockAst)) markTokens(line);
      },
    },
  });

function linesOf(element: Element): readonly Element[] {
  const names = element.properties?.["className"];
  if (Array.isArray(names) && names.includes("ec-line")) return [element];
  return element.children.flatMap((child) => (child.type === "element" ? linesOf(child) : []));
}
