import type { Element, ElementContent, Text } from "hast";
import type { Piece } from "./token-places.ts";
import { tokenPlaces } from "./token-places.ts";

/** Replaces every token in the text under `root` by `<span data-token="…">`; says whether there was one. */
export function markTokens(root: Element): boolean {
  const places: { readonly parent: Element; readonly node: Text }[] = [];
  collect(root, places);
  const marked = tokenPlaces(places.map(({ node }) => node.value));
  places.forEach(({ parent, node }, index) => {
    const pieces = marked[index] ?? [];
    if (pieces.length === 1 && pieces[0] === node.value) return;
    parent.children.splice(parent.children.indexOf(node), 1, ...pieces.map(elementOf));
  });
  return marked.some((pieces) => pieces.some((piece) => typeof piece !== "string"));
}

function collect(parent: Element, places: { readonly parent: Element; readonly node: Text }[]): void {
  for (const child of parent.children) {
    if (child.type === "text") places.push({ parent, node: child });
    else if (child.type === "element") collect(child, places);
  }
}

/** A piece of text as a node of the page. */
export const elementOf = (piece: Piece): ElementContent =>
  typeof piece === "string"
    ? { type: "text", value: piece }
    : {
        type: "element",
        tagName: "span",
        properties: { dataToken: piece.token },
        children: [{ type: "text", value: piece.text }],
      };
