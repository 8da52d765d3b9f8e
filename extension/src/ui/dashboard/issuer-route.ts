import { matchAuthority } from "../../../../shared/renewal/match-authority.ts";
import type { WatchedHost } from "../../../../shared/watch/watched-host.ts";
import { carriedIssuers } from "../../description/carried-issuers.ts";
import type { KnownIssuer } from "../../description/known-issuer.ts";

/** Rows are drawn again and again; their records stay the same objects. */
const routes = new WeakMap<object, { readonly route: KnownIssuer["route"] | undefined }>();

/** The renewal route of the authority that issued what the host shows; undefined where it is unknown, or not trusted. */
export function issuerRoute({ lastSeen }: WatchedHost): KnownIssuer["route"] | undefined {
  if (lastSeen?.issuer === undefined || lastSeen.trust === "untrusted") return undefined;
  const known = routes.get(lastSeen.issuer) ?? { route: matchAuthority(lastSeen.issuer, carriedIssuers)?.route };
  routes.set(lastSeen.issuer, known);
  return known.route;
}
