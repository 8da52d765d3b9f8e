import type { Authority } from "../../../../shared/renewal/authority.ts";
import type { RenewalRoute } from "../../../../shared/renewal/route-for.ts";
import type { RenewalState } from "./renewal-state.ts";

/** Where the user says that the certificate was bought; `another`: at one that is not in our list. */
export type BoughtAt = { readonly kind: "authority"; readonly authority: Authority } | { readonly kind: "another" };

/** What the certificate itself tells of its route; `undefined` where its issuer was not seen. */
export const seenRoute = ({ known }: Pick<RenewalState, "known">): RenewalRoute | undefined =>
  known.kind === "seen" ? known.route : undefined;

/** The route that counts: the user's word before the certificate's, since resellers and proxies stand between. */
export function routeOf(state: Pick<RenewalState, "known" | "bought">): RenewalRoute | undefined {
  const { bought } = state;
  if (bought === undefined) return seenRoute(state);
  return bought.kind === "authority" ? bought : { kind: "unknown" };
}
