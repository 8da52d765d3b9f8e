import type { TokenId } from "../../shared/guide/tokens.ts";
import { splitTokens } from "../../shared/guide/tokens.ts";

/** A piece of one segment: text as it is, or the place of one token. */
export type Piece = string | { readonly token: TokenId; readonly text: string };

/**
 * Finds tokens in a text that a highlighter has cut into segments. A token that spans several segments moves whole into
 * the first of them, so that its place is one element. The pieces joined are the text again.
 */
export function tokenPlaces(segments: readonly string[]): readonly (readonly Piece[])[] {
  const result: Piece[][] = segments.map(() => []);
  const ends = endsOf(segments);
  let at = 0;
  for (const piece of splitTokens(segments.join(""))) {
    if (typeof piece !== "string") {
      result[segmentAt(ends, at)]?.push({ token: piece.token, text: piece.standsAs });
      at += piece.standsAs.length;
      continue;
    }
    let rest = piece;
    while (rest !== "") {
      const segment = segmentAt(ends, at);
      const part = rest.slice(0, (ends[segment] ?? Number.POSITIVE_INFINITY) - at);
      result[segment]?.push(part);
      at += part.length;
      rest = rest.slice(part.length);
    }
  }
  return result;
}

function endsOf(segments: readonly string[]): readonly number[] {
  let end = 0;
  return segments.map((segment) => {
    end += segment.length;
    return end;
  });
}

const segmentAt = (ends: readonly number[], position: number): number => ends.findIndex((end) => position < end);
