import type { TokenId, TokenValues } from "../../../shared/guide/tokens.ts";
import { fillTokens, tokens } from "../../../shared/guide/tokens.ts";

const isToken = (id: string | undefined): id is TokenId => id !== undefined && Object.hasOwn(tokens, id);

/** Puts the values into every place of the page that the build has marked, as text only; empty values bring the defaults back. */
export function fill(page: Document, values: TokenValues): void {
  for (const place of page.querySelectorAll<HTMLElement>("[data-token]")) {
    const id = place.dataset["token"];
    if (isToken(id)) place.textContent = values[id] ?? tokens[id].standsAs;
  }
  for (const button of page.querySelectorAll<HTMLElement>("button[data-code]")) {
    // Expressive Code copies this attribute, not the text that is seen. Its lines end in U+007F, which no token holds.
    button.dataset["asWritten"] ??= button.dataset["code"] ?? "";
    button.dataset["code"] = fillTokens(button.dataset["asWritten"], values);
  }
}

/** Whether the page has anything to fill in. */
export const hasPlaces = (page: Document): boolean => page.querySelector("[data-token]") !== null;
