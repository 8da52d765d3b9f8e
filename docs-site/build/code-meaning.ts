import { definePlugin } from "@astrojs/starlight/expressive-code";
import type { Element } from "hast";

/**
 * Shows what a block is for, from the words of its first line (see `shared/content/README.md`): a file's block is titled
 * with its path; what a command prints is no command, so it has no button to copy it.
 */
export const codeMeaning = () =>
  definePlugin({
    name: "notafter-code-meaning",
    hooks: {
      preprocessMetadata: ({ codeBlock }) => {
        const path = codeBlock.metaOptions.getString("file");
        codeBlock.props.title ??= path ?? (isOutput(codeBlock.meta) ? "Prints, among other things" : undefined);
        // A title stands in a tab; a terminal's empty title bar says nothing.
        codeBlock.props.frame = codeBlock.props.title === undefined ? "none" : "code";
      },
      postprocessRenderedBlock: ({ codeBlock, renderData }) => {
        if (isOutput(codeBlock.meta)) removeCopyButton(renderData.blockAst);
      },
    },
  });

const isOutput = (meta: string): boolean => /(^|\s)output(\s|$)/.test(meta);

function removeCopyButton(element: Element): void {
  element.children = element.children.filter((child) => !(child.type === "element" && isCopy(child)));
  for (const child of element.children) if (child.type === "element") removeCopyButton(child);
}

const isCopy = ({ properties }: Element): boolean => {
  const names = properties?.["className"];
  return Array.isArray(names) && names.includes("copy");
};
