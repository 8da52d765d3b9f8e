import type { AlternativeName, DistinguishedName } from "../certificate/certificate.ts";
import type { Trust } from "../observation/observation.ts";
import type { AdviceId } from "./advice.ts";
import type { Authority } from "./authority.ts";
import { isInternalName } from "./internal-name.ts";
import { matchAuthority } from "./match-authority.ts";

/** The facts of a `Certificate` that decide where it is renewed. */
export interface IssuedFacts {
  readonly issuer: DistinguishedName;
  readonly subject: DistinguishedName;
  readonly alternativeNames: readonly AlternativeName[];
}

export interface SeenTrust {
  readonly trust: Trust;
  /** Whether the chain ends in a root that came with the browser; absent where the source cannot tell. */
  readonly publicRoot?: boolean;
}

/** Where a certificate is renewed: at an authority (as much of it as was asked with), where its private issuer lives, or nobody knows. */
export type RenewalRoute<A = Authority> =
  | { readonly kind: "authority"; readonly authority: A }
  | { readonly kind: "private"; readonly why: Exclude<AdviceId, "unknown"> }
  | { readonly kind: "unknown" };

/** Two names are one if their attributes are, whatever the case and blanks (RFC 5280 §7.1, in short). */
const sameName = (one: DistinguishedName, other: DistinguishedName): boolean => written(one) === written(other);

const written = (name: DistinguishedName): string =>
  JSON.stringify(
    name.map((attributes) =>
      attributes
        .map(({ oid, value }) => [oid, value.normalize("NFC").trim().replace(/\s+/gu, " ").toLowerCase()])
        .sort(),
    ),
  );

/** Names that only a private issuer can certify, and no other. */
function allInternal(names: readonly AlternativeName[]): boolean {
  const hosts = names.flatMap(({ kind, value }) => (kind === "dns" || kind === "ip" ? [{ kind, value }] : []));
  return hosts.length > 0 && hosts.every(({ kind, value }) => isInternalName(kind, value));
}

/**
 * Decides on the route. A root of the computer's own (`publicRoot: false`) outranks the issuer's name, because a proxy may write any name;
 * mere distrust does not, because a known authority's certificate is untrusted as well when the server forgets an intermediate.
 */
export function routeFor<A extends Pick<Authority, "issuers">>(
  facts: IssuedFacts,
  authorities: readonly A[],
  seen: SeenTrust,
): RenewalRoute<A> {
  if (sameName(facts.issuer, facts.subject)) return { kind: "private", why: "self-signed" };
  if (seen.publicRoot === false) {
    return { kind: "private", why: seen.trust === "untrusted" ? "untrusted-issuer" : "private-root" };
  }
  const authority = matchAuthority(facts.issuer, authorities);
  if (authority !== undefined) return { kind: "authority", authority };
  if (seen.trust === "untrusted") return { kind: "private", why: "untrusted-issuer" };
  if (allInternal(facts.alternativeNames)) return { kind: "private", why: "private-root" };
  return { kind: "unknown" };
}

/** The advice to show for a route that leads to no authority. */
export function adviceIdFor(route: RenewalRoute): AdviceId | undefined {
  if (route.kind === "authority") return undefined;
  return route.kind === "private" ? route.why : "unknown";
}
