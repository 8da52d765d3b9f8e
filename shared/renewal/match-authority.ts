import type { DistinguishedName } from "../certificate/certificate.ts";
import type { Authority } from "./authority.ts";
import { matchesIssuer } from "./issuer-pattern.ts";

/** The authority whose patterns match the issuer's whole name. Content is checked so that at most one can. */
export const matchAuthority = (issuer: DistinguishedName, authorities: readonly Authority[]): Authority | undefined =>
  authorities.find((authority) => authority.issuers.some((pattern) => matchesIssuer(issuer, pattern)));
