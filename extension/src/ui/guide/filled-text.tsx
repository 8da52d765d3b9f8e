import { splitTokens, type TokenValues, tokens } from "../../../../shared/guide/tokens.ts";

interface FilledTextProps {
  readonly text: string;
  readonly values: TokenValues;
}

/** A guide's text with the user's values in their places, marked so that they can be seen and checked. */
export function FilledText({ text, values }: FilledTextProps) {
  return (
    <>
      {splitTokens(text).map((piece, index) => {
        if (typeof piece === "string") return piece;
        const value = values[piece.token];
        return value === undefined ? (
          piece.standsAs
        ) : (
          <span key={index} class="token" title={tokens[piece.token].label}>
            {value}
          </span>
        );
      })}
    </>
  );
}
