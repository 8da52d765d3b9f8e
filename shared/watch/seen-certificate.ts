import { parseCertificate } from "../certificate/parse-certificate.ts";
import type { Observation } from "../observation/observation.ts";
import type { DistrustedIssuer } from "../renewal/distrust.ts";
import { judge } from "../verdict/judge.ts";
import { defaultThresholds, type Reason } from "../verdict/verdict.ts";
import { mostNames, type SeenCertificate } from "./watched-host.ts";

/** The reasons that come and go with the clock. */
const ofTheClock: ReadonlySet<Reason["code"]> = new Set([
  "renewal-due",
  "renewal-urgent",
  "expired",
  "not-yet-valid",
  "impossible-dates",
]);

/**
 * The facts of an observation that the watch list keeps, its faults as `judge` finds them. What is left for later is the
 * clock's part (`verdictOf`). Undefined where the source was told nothing.
 */
export function seenCertificate(
  observation: Observation,
  distrust: readonly DistrustedIssuer[],
): SeenCertificate | undefined {
  const { leaf, sha256, trust, via, seenAt } = observation;
  const parsed = leaf && parseCertificate(leaf);
  const certificate = parsed?.ok ? parsed.value : undefined;
  const dates = certificate ?? observation;
  const { notBefore, notAfter } = dates;
  if (leaf === undefined && trust === "not-told" && notAfter === undefined) return undefined;
  const dated = notBefore !== undefined && notAfter !== undefined;
  const judgedAt = (now: number) => judge({ observation, now, thresholds: defaultThresholds, distrust });
  const besideDates = (now: number) => judgedAt(now).reasons.filter(({ code }) => !ofTheClock.has(code));
  return {
    ...(sha256 !== undefined && { sha256 }),
    ...(dated ? { notBefore, notAfter } : { undated: judgedAt(seenAt).level }),
    ...(certificate && { issuer: certificate.issuer }),
    names: (certificate?.alternativeNames ?? [])
      .flatMap(({ kind, value }) => (kind === "dns" || kind === "ip" ? [value] : []))
      .slice(0, mostNames),
    trust,
    via,
    seenAt,
    faults: dated ? besideDates(notBefore + (notAfter - notBefore) / 4) : judgedAt(seenAt).reasons,
    faultsOutside: dated ? besideDates(Math.max(notBefore, notAfter) + 86_400_000) : [],
  };
}
