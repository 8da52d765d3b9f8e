import type { Result } from "../../../../shared/result.ts";
import type { Made, Ordering } from "./renewal-state.ts";

interface OrderDoors {
  readonly copyText: (text: string) => Promise<Result<void, "denied" | "unavailable">>;
  readonly openTab: (url: string) => Promise<void>;
}

/**
 * The request onto the clipboard, then the authority's page. A key that is not saved stops it, and so does a clipboard
 * that does not work: a user on the authority's page without the request would have to come back for it.
 */
export async function orderAt(url: string, made: Made, { copyText, openTab }: OrderDoors): Promise<Ordering> {
  if (!made.keySaved) return { kind: "key-not-saved" };
  const copied = await copyText(made.material.requestPem);
  if (!copied.ok) return { kind: "no-clipboard", why: copied.problem, url };
  await openTab(url);
  return { kind: "opened" };
}
