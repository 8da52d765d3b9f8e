import type { DistinguishedName } from "../certificate/certificate.ts";
import type { Authority, IssuerPattern } from "./authority.ts";
import { matchesIssuer } from "./issuer-pattern.ts";

/** An issuer that browsers stopped trusting: small, because the background carries it. */
export interface DistrustedIssuer {
  /** The authority's name, to be shown. */
  readonly issuer: string;
  readonly patterns: readonly IssuerPattern[];
  /** ISO date; what was issued after the end of this day (UTC) is not trusted. */
  readonly after: string;
  readonly by: string;
}

/** The distrusted among the authorities. */
export const distrustedIssuers = (authorities: readonly Authority[]): readonly DistrustedIssuer[] =>
  authorities.flatMap(({ name, issuers, distrust }) =>
    distrust === undefined ? [] : [{ issuer: name, patterns: issuers, after: distrust.after, by: distrust.by }],
  );

const day = 24 * 60 * 60 * 1000;

/**
 * The entry that says why a certificate of this issuer, valid from `notBefore` (epoch milliseconds), is distrusted.
 * Browsers go by the earliest SCT, which the background does not read; authorities date `notBefore` at or shortly before it.
 */
export const distrustFor = (
  issuer: DistinguishedName,
  notBefore: number,
  list: readonly DistrustedIssuer[],
): DistrustedIssuer | undefined =>
  list.find(
    (entry) =>
      notBefore >= Date.parse(entry.after) + day && entry.patterns.some((pattern) => matchesIssuer(issuer, pattern)),
  );
