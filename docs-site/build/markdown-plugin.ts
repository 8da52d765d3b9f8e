import type { AstroIntegration } from "astro";
import type { Element, ElementContent, Nodes, Text } from "hast";

/** The part of Sätteri's visitor context that is used here. */
export interface VisitorContext {
  parent(node: Readonly<Nodes>): Readonly<Nodes> | undefined;
  replaceNode(node: Readonly<Text>, nodes: readonly ElementContent[]): void;
  setProperty(node: Readonly<Element>, name: string, value: string): void;
}

/** A visitor of the HTML tree that Markdown becomes, in the form that Sätteri takes. */
export interface MarkdownPlugin {
  readonly name: string;
  readonly text?: (node: Readonly<Text>, context: VisitorContext) => void;
  readonly element?: {
    readonly filter: readonly string[];
    readonly visit: (node: Readonly<Element>, context: VisitorContext) => void;
  };
}

/**
 * Adds plugins after Starlight's own, so they see highlighted code and finished headings, and keeps quotes and dashes as the
 * authors write them. The integration has to stand after Starlight in the list.
 */
export const markdownPlugins = (...plugins: readonly MarkdownPlugin[]): AstroIntegration => ({
  name: "notafter-markdown-plugins",
  hooks: {
    "astro:config:setup": ({ config }) => {
      const processor: unknown = config.markdown.processor;
      if (!isSatteri(processor)) throw new Error("The site's plugins need Astro's Sätteri Markdown processor.");
      processor.options.features.smartPunctuation = false;
      processor.options.hastPlugins.push(...plugins);
    },
  },
});

interface Satteri {
  readonly options: { readonly features: { smartPunctuation?: unknown }; readonly hastPlugins: unknown[] };
}

/** `@astrojs/markdown-satteri` is Astro's own dependency, so its processor is recognised by its name and not imported. */
const isSatteri = (value: unknown): value is Satteri =>
  typeof value === "object" && value !== null && "name" in value && value.name === "satteri";
