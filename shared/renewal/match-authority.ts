import type { DistinguishedName } from "../certificate/certificate.ts";
import type { Authority } from "./authority.ts";
import { matchesIssuer } from "./issuer-pattern.ts";

/** The authority whose patterns match the issuer's whole name. Content is checked so that at most one can. */
export const matchAuthority = <A extends Pick<Authority, "issuers">>(
  issuer: DistinguishedName,
  authorities: readonly A[],
): A | undefined =>
  authorities.find((authority) => authority.issuers.some((pattern) => matchesIssuer(issuer, pattern)));
