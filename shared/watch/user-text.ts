/** Longer notes are cut: they are shown in a table and stored ten thousand times. */
export const longestText = 1000;
export const longestTag = 40;
export const mostTags = 20;

/** What a user wrote (or a file that claims so): NFC, control characters as spaces, trimmed, at most `longestText`. */
export function cleanText(text: string, longest = longestText): string {
  // Ten thousand records are read at once, nearly all of them clean.
  if (text.length <= longest && /^(?:[!-~]+(?: [!-~]+)*)?$/.test(text)) return text;
  const clean = text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, " ")
    .trim();
  return [...clean].slice(0, longest).join("").trim();
}

/** A note, whose lines are kept: each clean, at most one empty between two, none at the ends; at most `longestText` together. */
export function cleanNote(text: string): string {
  if (!/[\r\n\u2028\u2029\u0085]/.test(text)) return cleanText(text);
  const lines = text.split(/\r\n|[\r\n\u2028\u2029\u0085]/).map((line) => cleanText(line, Number.POSITIVE_INFINITY));
  const clean = lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  return [...clean].slice(0, longestText).join("").trim();
}

/** Tags without separators, each once (whatever its case; the first spelling stays), in order. */
export function cleanTags(tags: readonly string[]): readonly string[] {
  const byKey = new Map<string, string>();
  for (const tag of tags) {
    const clean = cleanText(tag.replace(/[,;]/g, " "), longestTag);
    const key = clean.toLowerCase();
    if (clean !== "" && !byKey.has(key)) byKey.set(key, clean);
  }
  return [...byKey.values()].slice(0, mostTags);
}
