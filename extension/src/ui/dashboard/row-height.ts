import { useEffect, useState } from "preact/hooks";

/** Rows become cards below this width; the style sheet has the same number. */
const cards = "(max-width: 759px)";

/** CSS pixels; the style sheet gives rows this height. */
const heights = { row: 56, card: 132 } as const;

/** The height of a row at the window's width, in CSS pixels: the same for all, so that a table of any length can be scrolled. */
export function useRowHeight(): number {
  const [query] = useState(() => matchMedia(cards));
  const [isCard, setIsCard] = useState(query.matches);
  useEffect(() => {
    const listening = new AbortController();
    query.addEventListener("change", ({ matches }) => setIsCard(matches), { signal: listening.signal });
    return () => listening.abort();
  }, []);
  return isCard ? heights.card : heights.row;
}
