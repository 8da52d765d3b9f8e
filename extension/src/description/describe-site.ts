import { carriedIssuers } from "./carried-issuers.ts";
import { describeCertificate } from "./describe-certificate.ts";
import { knownDistrust } from "./known-distrust.ts";
import { knownObservation } from "./known-observation.ts";
import type { SeenCertificate } from "./seen-certificate.ts";
import { tellsSomething } from "./tells-something.ts";

/**
 * What is known of an origin's certificate, judged by the user's thresholds; `null` where no source told anything about it.
 * The background does this for the popup, which has neither the certificate reader nor the judge in its small script.
 */
export async function describeSite(tabId: number, origin: string, now: number): Promise<SeenCertificate | null> {
  const { observation, settings } = await knownObservation(tabId, origin, now);
  if (observation === undefined || !tellsSomething(observation)) return null;
  return describeCertificate({
    observation,
    now,
    thresholds: settings.thresholds,
    distrust: knownDistrust,
    issuers: carriedIssuers,
  });
}
