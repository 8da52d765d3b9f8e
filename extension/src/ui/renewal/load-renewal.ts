import { parseCertificate } from "../../../../shared/certificate/parse-certificate.ts";
import type { Content } from "../../../../shared/guide/content.ts";
import type { Observation } from "../../../../shared/observation/observation.ts";
import { distrustedIssuers } from "../../../../shared/renewal/distrust.ts";
import { routeFor } from "../../../../shared/renewal/route-for.ts";
import { readRequestNames, requestNamesFrom } from "../../../../shared/request/request-names.ts";
import type { Thresholds } from "../../../../shared/verdict/verdict.ts";
import { describeCertificate } from "../../description/describe-certificate.ts";
import { tellsSomething } from "../../description/tells-something.ts";
import type { Site } from "../parts/site.ts";
import type { LoadedRenewal } from "./renewal-state.ts";
import { subjectOf } from "./subject-of.ts";

interface RenewalSources {
  readonly site: Site | undefined;
  readonly observation: Observation | undefined;
  readonly content: Content;
  readonly thresholds: Thresholds;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What the page knows when it opens: the present certificate, who renews it, and the names to begin with. */
export function loadRenewal({ site, observation, content, thresholds, now }: RenewalSources): LoadedRenewal {
  if (site === undefined) return { known: { kind: "nothing" }, names: [], problems: [] };
  // The address bar's host is a name to begin with; an IPv6 address stands in brackets there.
  const own = readRequestNames(site.host.replace(/^\[|\]$/g, ""), "private");
  if (observation === undefined || !tellsSomething(observation)) return { site, known: { kind: "nothing" }, ...own };
  const { authorities } = content;
  const distrust = distrustedIssuers(authorities);
  const seen = describeCertificate({ observation, now, thresholds, distrust, issuers: authorities });
  const parsed = observation.leaf && parseCertificate(observation.leaf);
  if (parsed?.ok !== true) return { site, known: { kind: "seen", seen }, ...own };
  const certificate = parsed.value;
  const route = routeFor(certificate, authorities, observation);
  const names = requestNamesFrom(certificate, route.kind === "private" ? "private" : "public");
  const subject = subjectOf(certificate.subject);
  return {
    site,
    known: { kind: "seen", seen, route, key: certificate.publicKey },
    names: names.names.length > 0 ? names.names : own.names,
    problems: names.problems,
    ...(subject !== undefined && { subject }),
  };
}
