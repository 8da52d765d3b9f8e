import { matchAuthority } from "../../../../shared/renewal/match-authority.ts";
import type { WatchedHost } from "../../../../shared/watch/watched-host.ts";
import { carriedIssuers } from "../../description/carried-issuers.ts";
import type { KnownIssuer } from "../../description/known-issuer.ts";

const routes = new Map<string, KnownIssuer["route"] | undefined>();

/** The renewal route of the authority that issued what the host shows; undefined where it is unknown, or not trusted. */
export function issuerRoute({ lastSeen }: WatchedHost): KnownIssuer["route"] | undefined {
  if (lastSeen?.issuer === undefined || lastSeen.trust === "untrusted") return undefined;
  // Ten thousand certificates have a few issuers.
  const key = JSON.stringify(lastSeen.issuer);
  if (!routes.has(key)) {
    if (routes.size > 1000) routes.clear();
    routes.set(key, matchAuthority(lastSeen.issuer, carriedIssuers)?.route);
  }
  return routes.get(key);
}
