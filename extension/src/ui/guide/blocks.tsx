import type { GuideBlock } from "../../../../shared/guide/guide.ts";
import type { TokenValues } from "../../../../shared/guide/tokens.ts";
import { guideTexts as texts } from "../messages/en/guide.ts";
import { CodeBlock } from "./code-block.tsx";
import { FilledText } from "./filled-text.tsx";
import { Inlines } from "./inlines.tsx";
import "./blocks.css";

interface BlocksProps {
  readonly blocks: readonly GuideBlock[];
  readonly values: TokenValues;
  /** How far the guide's headings (2 and 3) are moved down under the page's own. */
  readonly deeper?: 0 | 1;
}

/** A guide's blocks as a page. The text is content of ours; the values are the user's, already validated. */
export function Blocks({ blocks, values, deeper = 0 }: BlocksProps) {
  return (
    <>
      {blocks.map((block, index) => (
        <Block key={index} block={block} values={values} deeper={deeper} />
      ))}
    </>
  );
}

interface BlockProps {
  readonly block: GuideBlock;
  readonly values: TokenValues;
  readonly deeper: 0 | 1;
}

function Block({ block, values, deeper }: BlockProps) {
  switch (block.kind) {
    case "heading": {
      const Heading = block.depth + deeper === 2 ? "h2" : block.depth + deeper === 3 ? "h3" : "h4";
      return (
        <Heading id={block.id}>
          <FilledText text={block.text} values={values} />
        </Heading>
      );
    }
    case "paragraph":
      return (
        <p>
          <Inlines inlines={block.children} values={values} />
        </p>
      );
    case "list": {
      const List = block.ordered ? "ol" : "ul";
      return (
        <List class={block.ordered ? "guide-steps" : "guide-list"}>
          {block.items.map((item, index) => (
            <li key={index}>
              <Blocks blocks={item} values={values} deeper={deeper} />
            </li>
          ))}
        </List>
      );
    }
    case "note":
      return (
        <aside class={`note ${noteClass[block.tone]}`}>
          <p class="note-title">{block.title ?? texts.notes[block.tone]}</p>
          <Blocks blocks={block.children} values={values} deeper={deeper} />
        </aside>
      );
    case "code":
      return <CodeBlock block={block} values={values} />;
  }
}

const noteClass = { note: "", tip: "note-good", caution: "note-mind", danger: "note-stop" } as const;
