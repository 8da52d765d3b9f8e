/** A value of the user's that stands in the guides as a real default, so that a page reads well without JavaScript. */
export interface Token {
  readonly label: string;
  readonly help: string;
  /** The text that stands in guides for it. */
  readonly standsAs: string;
}

export const tokens = {
  domain: { label: "Host name", help: "The site's name, as visitors type it.", standsAs: "www.example.com" },
  file: {
    label: "File name",
    help: "The name of the key and certificate files, without their ending.",
    standsAs: "www.example.com",
  },
} as const satisfies Record<string, Token>;

export type TokenId = keyof typeof tokens;
export type TokenValues = Readonly<Partial<Record<TokenId, string>>>;

/** A piece of a guide's text: as it is, or one token's place. */
export type TextPiece = string | { readonly token: TokenId; readonly standsAs: string };

/** A file's name is the host's followed by one of the endings that guides use. */
const place =
  /(?<![A-Za-z0-9.])www\.example\.com(\.(?:fullchain\.pem|chain\.pem|crt|key|csr|pem|p12|pfx))?(?![A-Za-z0-9-])/g;

/** Cuts a guide's text at its tokens. The pieces joined (tokens by `standsAs`) are the text again. */
export function splitTokens(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const found of text.matchAll(place)) {
    if (found.index > from) pieces.push(text.slice(from, found.index));
    pieces.push({ token: found[1] === undefined ? "domain" : "file", standsAs: tokens.domain.standsAs });
    from = found.index + tokens.domain.standsAs.length;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}

/** The text with the user's values in place of the tokens; a token without a value stays as it stands. */
export const fillTokens = (text: string, values: TokenValues): string =>
  splitTokens(text)
    .map((piece) => (typeof piece === "string" ? piece : (values[piece.token] ?? piece.standsAs)))
    .join("");
