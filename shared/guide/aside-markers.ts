export type AsideTone = "note" | "tip" | "caution" | "danger";

/** A line `:::note[Title]`, or the line `:::` that ends the aside, by line number from 1. */
export type AsideMarker =
  | { readonly kind: "open"; readonly tone: AsideTone; readonly title?: string }
  | { readonly kind: "close" };

export interface MarkedText {
  /** The text with every marker line turned into a heading of level 6. */
  readonly text: string;
  readonly markers: ReadonlyMap<number, AsideMarker>;
  /** Lines that look like a marker and are none. */
  readonly mistaken: readonly number[];
}

const tones: Readonly<Record<string, AsideTone>> = { note: "note", tip: "tip", caution: "caution", danger: "danger" };

/**
 * Finds the asides of Starlight (`:::note[Title]` … `:::`), which are not CommonMark. Their lines become headings, because a heading
 * needs no blank lines around it, ends a paragraph, keeps the indentation that puts it into a list, and no line number moves.
 */
export function markAsides(text: string): MarkedText {
  const markers = new Map<number, AsideMarker>();
  const mistaken: number[] = [];
  let fence: string | undefined;
  const lines = text.split("\n").map((line, index) => {
    const ticks = /^\s*(`{3,}|~{3,})(.*)$/.exec(line);
    if (fence !== undefined) {
      if (ticks?.[1]?.startsWith(fence) && ticks[2]?.trim() === "") fence = undefined;
      return line;
    }
    if (ticks) {
      fence = ticks[1];
      return line;
    }
    const found = /^(\s*):::(.*?)\s*$/.exec(line);
    if (!found) return line;
    const marker = readMarker(found[2] ?? "");
    if (marker === undefined) {
      mistaken.push(index + 1);
      return line;
    }
    markers.set(index + 1, marker);
    return `${found[1]}###### aside`;
  });
  return { text: lines.join("\n"), markers, mistaken };
}

function readMarker(rest: string): AsideMarker | undefined {
  if (rest === "") return { kind: "close" };
  const found = /^([a-z]+)(?:\[([^[\]]+)\])?$/.exec(rest);
  const tone = tones[found?.[1] ?? ""];
  if (!found || tone === undefined) return undefined;
  return { kind: "open", tone, ...(found[2] === undefined ? {} : { title: found[2].trim() }) };
}
