import type { Authority } from "../../../shared/renewal/authority.ts";

/** An authority as far as the line under an issuer needs it: small, because the background carries all of them. */
export type KnownIssuer = Pick<Authority, "id" | "name" | "route" | "issuers">;

export const knownIssuers = (authorities: readonly Authority[]): readonly KnownIssuer[] =>
  authorities.map(({ id, name, route, issuers }) => ({ id, name, route, issuers }));
