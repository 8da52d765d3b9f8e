/**
 * What cannot be seen or changes what is seen around it: controls, line and paragraph separators, lone surrogates, and
 * Unicode's Default_Ignorable_Code_Point, which holds the bidirectional controls, zero-width characters, fillers, variation
 * selectors and tag characters; interlinear annotations and the blank Braille pattern, which it leaves out.
 */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb\u2800]/u;

/**
 * Hostile text (from a certificate, a server, a file) made fit to be shown: unseen characters become `‹U+202E›`, all others
 * stay as they are. At most `maxLength` characters (code points) come out; the last is an ellipsis where text was cut.
 * The result is for text nodes: HTML is not escaped.
 */
export function visibleText(hostile: string, maxLength = 500): string {
  // A table shows hundreds of such texts a second, nearly all of them plain.
  if (hostile.length <= maxLength && /^[ -~]*$/.test(hostile)) return hostile;
  const pieces: string[] = [];
  let length = 0;
  // How much of `pieces` still leaves room for the ellipsis.
  let fitting = 0;
  for (const character of hostile) {
    const piece = unseen.test(character) ? escapeOf(character) : character;
    length += piece === character ? 1 : piece.length;
    if (length > maxLength) return `${pieces.slice(0, fitting).join("")}…`;
    pieces.push(piece);
    if (length < maxLength) fitting = pieces.length;
  }
  return pieces.join("");
}

const escapeOf = (character: string): string =>
  `‹U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}›`;
