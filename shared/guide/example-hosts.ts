import { splitTokens, type TokenId } from "./tokens.ts";

const example = /[\w*.-]*\bexample\.(?:com|net|org|test)\b|\{\{.*?\}\}|__[A-Z_]+__|\bYOUR[_-]\w+|<your[^>]*>/i;

/** The tokens that stand in a text, and the first stand-in that is none: it would stay wrong in a personalised page. */
export function findTokens(text: string): { readonly used: readonly TokenId[]; readonly unknown?: string } {
  const pieces = splitTokens(text);
  const used = pieces.flatMap((piece) => (typeof piece === "string" ? [] : [piece.token]));
  // A token is put back as a control character, so that what touches it does not become a host of its own.
  const rest = pieces.map((piece) => (typeof piece === "string" ? piece : "\u0000")).join("");
  const unknown = example.exec(rest)?.[0];
  return unknown === undefined ? { used } : { used, unknown };
}
