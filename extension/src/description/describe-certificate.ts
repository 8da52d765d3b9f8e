import type { Certificate, DistinguishedName } from "../../../shared/certificate/certificate.ts";
import { attribute } from "../../../shared/certificate/distinguished-name.ts";
import { colonHex } from "../../../shared/certificate/fingerprint.ts";
import { parseCertificate } from "../../../shared/certificate/parse-certificate.ts";
import { reasonText } from "../../../shared/messages/en/verdict.ts";
import type { Observation } from "../../../shared/observation/observation.ts";
import type { DistrustedIssuer } from "../../../shared/renewal/distrust.ts";
import { routeFor } from "../../../shared/renewal/route-for.ts";
import { badgeFor } from "../../../shared/verdict/badge.ts";
import { judge } from "../../../shared/verdict/judge.ts";
import { shareLeft } from "../../../shared/verdict/share-left.ts";
import type { Thresholds } from "../../../shared/verdict/verdict.ts";
import type { KnownIssuer } from "./known-issuer.ts";
import type { IssuerRoute, SeenCertificate } from "./seen-certificate.ts";

interface Seen {
  readonly observation: Observation;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly thresholds: Thresholds;
  readonly distrust: readonly DistrustedIssuer[];
  readonly issuers: readonly KnownIssuer[];
}

/** An observation as screens show it. Never throws: a certificate that cannot be read leaves its facts out and says so. */
export function describeCertificate({ observation, now, thresholds, distrust, issuers }: Seen): SeenCertificate {
  const verdict = judge({ observation, now, thresholds, distrust });
  const parsed = observation.leaf && parseCertificate(observation.leaf);
  const certificate = parsed?.ok ? parsed.value : undefined;
  const issuerRoute = certificate && issuerRouteOf(certificate, observation, issuers);
  return {
    level: verdict.level,
    short: badgeFor(verdict).text,
    left: shareLeft(verdict),
    ...(verdict.remaining !== undefined && { remaining: verdict.remaining }),
    ...(verdict.notBefore !== undefined && { notBefore: verdict.notBefore }),
    ...(verdict.notAfter !== undefined && { notAfter: verdict.notAfter }),
    reasons: verdict.reasons.map(reasonText),
    ...(certificate && {
      issuer: issuerLabel(certificate.issuer),
      names: certificate.alternativeNames.map(({ value }) => value),
    }),
    ...(issuerRoute && { issuerRoute }),
    ...(observation.sha256 !== undefined && { sha256: colonHex(observation.sha256) }),
    via: observation.via,
    age: now - observation.seenAt,
  };
}

/** The same decision as the renewal page's, without what only that page shows of an authority. */
function issuerRouteOf(
  certificate: Certificate,
  observation: Observation,
  issuers: readonly KnownIssuer[],
): IssuerRoute | undefined {
  const route = routeFor(certificate, issuers, observation);
  if (route.kind !== "authority") return route.kind === "private" ? route : undefined;
  const { id, name, route: way } = route.authority;
  return { kind: "authority", authority: { id, name, route: way } };
}

/** An issuer by its common name, with the organisation where that says more. Hostile text; empty for an empty name. */
export function issuerLabel(issuer: DistinguishedName): string {
  const common = attribute(issuer, "CN");
  const organisation = attribute(issuer, "O");
  if (common === undefined) return organisation ?? attribute(issuer, "OU") ?? issuer[0]?.[0]?.value ?? "";
  return organisation === undefined || common.includes(organisation) ? common : `${common} (${organisation})`;
}
