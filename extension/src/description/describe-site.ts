import issuers from "../../generated/issuers.json";
import { loadSettings } from "../platform/settings.ts";
import { findObservationFor } from "../store/tab-observations.ts";
import { describeCertificate } from "./describe-certificate.ts";
import { knownDistrust } from "./known-distrust.ts";
import type { KnownIssuer } from "./known-issuer.ts";
import type { SeenCertificate } from "./seen-certificate.ts";
import { tellsSomething } from "./tells-something.ts";

/** Written by the build from the authorities' files and checked there. */
const checkedIssuers: unknown = issuers;
const knownIssuers = checkedIssuers as readonly KnownIssuer[];

/**
 * What is known of an origin's certificate, judged by the user's thresholds; `null` where no source told anything about it.
 * The background does this for the popup, which has neither the certificate reader nor the judge in its small script.
 */
export async function describeSite(tabId: number, origin: string, now: number): Promise<SeenCertificate | null> {
  const [observation, { thresholds }] = await Promise.all([findObservationFor(tabId, origin), loadSettings()]);
  if (observation === undefined || !tellsSomething(observation)) return null;
  return describeCertificate({ observation, now, thresholds, distrust: knownDistrust, issuers: knownIssuers });
}
