import type { Certificate, CertificateProblem } from "../certificate/certificate.ts";
import { coversHost } from "../certificate/host-names.ts";
import { isSelfIssued } from "../certificate/issuer-relation.ts";
import { parseCertificate } from "../certificate/parse-certificate.ts";
import type { Observation } from "../observation/observation.ts";
import { type DistrustedIssuer, distrustFor } from "../renewal/distrust.ts";
import type { Result } from "../result.ts";
import { type Dates, judgeDates } from "./judge-dates.ts";
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
  const faults = certificate ? certificateFaults(certificate, observation, distrust) : refusals(observation, undefined);
  if (dates === undefined) return withoutDates(observation, faults, parsed);
  const { level, reasons } = judgeDates(dates, now, thresholds);
  const outside = level === "expired" || level === "not-yet-valid";
  return {
    level: outside || faults.length === 0 ? level : "broken",
    reasons: outside
      ? [...reasons, ...faults.filter(({ code }) => code !== "outside-validity")]
      : [...faults, ...reasons],
    notBefore: dates.notBefore,
    notAfter: dates.notAfter,
    remaining: dates.notAfter - now,
    lifetime: dates.notAfter - dates.notBefore,
  };
}

const observedDates = ({ notBefore, notAfter }: Observation): Dates | undefined =>
  notBefore === undefined || notAfter === undefined ? undefined : { notBefore, notAfter };

function withoutDates(
  observation: Observation,
  faults: readonly Reason[],
  parsed: Result<Certificate, CertificateProblem> | undefined,
): Verdict {
  const unreadable: readonly Reason[] =
    parsed?.ok === false ? [{ code: "unreadable", detail: parsed.problem.code }] : [];
  const reasons = [...faults, ...unreadable];
  const level: Level = observation.trust === "outside-validity" ? "expired" : faults.length > 0 ? "broken" : "unknown";
  return { level, reasons: reasons.length > 0 ? reasons : [{ code: "unseen" }] };
}

function certificateFaults(
  certificate: Certificate,
  observation: Observation,
  distrust: readonly DistrustedIssuer[],
): readonly Reason[] {
  const distrusted = distrustFor(certificate.issuer, certificate.notBefore, distrust);
  return [
    ...refusals(observation, certificate),
    ...(distrusted ? [{ code: "distrusted-issuer", issuer: distrusted.issuer, since: distrusted.after } as const] : []),
    ...weaknesses(certificate),
  ];
}

/** What the observer held against the certificate, made more exact by the certificate where there is one. */
function refusals({ trust, origin, detail }: Observation, certificate: Certificate | undefined): readonly Reason[] {
  const host = new URL(origin).hostname;
  const selfSigned = certificate && isSelfIssued(certificate);
  switch (trust) {
    case "untrusted": {
      // Chromium says only that something is wrong: a name that does not match is then the likelier word.
      const wrongName = certificate !== undefined && !coversHost(certificate.alternativeNames, host);
      return [
        ...(wrongName ? [{ code: "wrong-name", host } as const] : []),
        ...(selfSigned || !wrongName ? [{ code: "untrusted", selfSigned } as const] : []),
      ];
    }
    case "wrong-name":
      return [{ code: "wrong-name", host }];
    case "revoked":
      return [{ code: "revoked" }];
    case "refused":
      return [{ code: "refused", detail: detail ?? "" }];
    case "outside-validity": // with a leaf whose own dates are fine, an intermediate or the root has ended
      return [{ code: "outside-validity", detail: detail ?? "" }];
    case "trusted":
    case "not-told":
      return [];
  }
}
