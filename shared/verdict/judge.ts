import type { Certificate, CertificateProblem } from "../certificate/certificate.ts";
import { parseCertificate } from "../certificate/parse-certificate.ts";
import type { Observation } from "../observation/observation.ts";
import { type DistrustedIssuer, distrustFor } from "../renewal/distrust.ts";
import type { Result } from "../result.ts";
import { type Dates, judgeDates } from "./judge-dates.ts";
import { refusals } from "./refusals.ts";
import type { Level, Reason, Thresholds, Verdict } from "./verdict.ts";
import { weaknesses } from "./weaknesses.ts";

export interface Judged {
  /** `undefined`: no source saw anything at the origin. */
  readonly observation: Observation | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly thresholds: Thresholds;
  readonly distrust: readonly DistrustedIssuer[];
}

/** The verdict on an observation, as DESIGN's table says. Never throws, whatever the certificate holds. */
export function judge({ observation, now, thresholds, distrust }: Judged): Verdict {
  if (observation === undefined) return { level: "unknown", reasons: [{ code: "unseen" }] };
  const parsed = observation.leaf && parseCertificate(observation.leaf);
  const certificate = parsed?.ok ? parsed.value : undefined;
  const dates = certificate ?? observedDates(observation);
  if (dates === undefined) return withoutDates(observation, parsed);
  const { level, reasons } = judgeDates(dates, now, thresholds);
  const outside = level === "expired" || level === "not-yet-valid";
  const faults = [...refusals(observation, certificate, outside), ...(certificate ? flaws(certificate, distrust) : [])];
  return {
    level: outside || faults.length === 0 ? level : "broken",
    reasons: outside ? [...reasons, ...faults] : [...faults, ...reasons],
    notBefore: dates.notBefore,
    notAfter: dates.notAfter,
    remaining: dates.notAfter - now,
    lifetime: dates.notAfter - dates.notBefore,
  };
}

const observedDates = ({ notBefore, notAfter }: Observation): Dates | undefined =>
  notBefore === undefined || notAfter === undefined ? undefined : { notBefore, notAfter };

function withoutDates(observation: Observation, parsed: Result<Certificate, CertificateProblem> | undefined): Verdict {
  const faults = refusals(observation, undefined, false);
  const unreadable: readonly Reason[] =
    parsed?.ok === false ? [{ code: "unreadable", detail: parsed.problem.code }] : [];
  const reasons = [...faults, ...unreadable];
  const level: Level = observation.trust === "outside-validity" ? "expired" : faults.length > 0 ? "broken" : "unknown";
  return { level, reasons: reasons.length > 0 ? reasons : [{ code: "unseen" }] };
}

/** What is wrong with a certificate whoever looks at it. */
function flaws(certificate: Certificate, distrust: readonly DistrustedIssuer[]): readonly Reason[] {
  const distrusted = distrustFor(certificate.issuer, certificate.notBefore, distrust);
  return [
    ...(distrusted ? [{ code: "distrusted-issuer", issuer: distrusted.issuer, since: distrusted.after } as const] : []),
    ...weaknesses(certificate),
  ];
}
