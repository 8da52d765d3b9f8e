import type { Personalisation } from "../../../shared/guide/personalisation.ts";
import { readFragment, writeFragment } from "../../../shared/guide/personalisation.ts";

const key = "notafter-personalisation";

/** Keeps what a link said for the other pages in this tab. Without storage (blocked, full) it lasts for this page alone. */
export function remember(personalisation: Personalisation): void {
  const { at: _scrolled, suggestion: _shown, ...kept } = personalisation;
  attempt(() => sessionStorage.setItem(key, writeFragment(kept)));
}

/** What this tab knows; checked again as if it came in a link, because other scripts of the origin can write there. */
export function recall(): Personalisation | undefined {
  const kept = readFragment(attempt(() => sessionStorage.getItem(key)) ?? "");
  return kept.ok ? kept.value : undefined;
}

export function forget(): void {
  attempt(() => sessionStorage.removeItem(key));
}

/** Browsers that block storage throw at the mere mention of it. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
