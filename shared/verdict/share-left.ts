import type { Verdict } from "./verdict.ts";

/** The share of the lifetime that is left, 0 to 1; a whole ring where no dates are known. */
export function shareLeft({ remaining, lifetime }: Pick<Verdict, "remaining" | "lifetime">): number {
  if (remaining === undefined || lifetime === undefined || !(lifetime > 0)) return 1;
  return Math.min(1, Math.max(0, remaining / lifetime));
}
