import type { GuideBlock } from "../../../../shared/guide/guide.ts";
import { fillTokens, type TokenValues } from "../../../../shared/guide/tokens.ts";
import { guideTexts as texts } from "../messages/en/guide.ts";
import { CopyButton } from "../parts/copy-button.tsx";
import { FilledText } from "./filled-text.tsx";

type Code = Extract<GuideBlock, { kind: "code" }>;

interface CodeBlockProps {
  readonly block: Code;
  readonly values: TokenValues;
}

/** A command, a file or an output. What is copied is the text with the user's values in it. */
export function CodeBlock({ block, values }: CodeBlockProps) {
  const caption = captionOf(block, values);
  return (
    <figure class={`code code-${block.meaning.kind}`}>
      <figcaption>
        <span>{caption}</span>
        {block.meaning.kind !== "output" && (
          <CopyButton text={() => fillTokens(block.text, values)} subject={texts.copySubject} />
        )}
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a block that scrolls sideways must be reachable by keyboard */}
      <pre tabIndex={0}>
        <code>
          <FilledText text={block.text} values={values} />
        </code>
      </pre>
    </figure>
  );
}

function captionOf({ title, meaning, language }: Code, values: TokenValues): string {
  if (title !== undefined) return fillTokens(title, values);
  switch (meaning.kind) {
    case "file":
      return texts.fileNamed(fillTokens(meaning.path, values));
    case "output":
      return texts.output;
    case "shown":
      return texts.shown[meaning.reason];
    case "run":
      return language;
  }
}
