import type { Certificate } from "../certificate/certificate.ts";
import { coversHost } from "../certificate/host-names.ts";
import { isSelfIssued } from "../certificate/issuer-relation.ts";
import type { Observation } from "../observation/observation.ts";
import type { Reason } from "./verdict.ts";

/**
 * What the observer held against the certificate, made more exact by the certificate where it was seen.
 * `outside`: its dates are over or not reached, which explains a fault that the observer does not name.
 */
export function refusals(
  { trust, origin, detail = "" }: Observation,
  certificate: Certificate | undefined,
  outside: boolean,
): readonly Reason[] {
  const host = new URL(origin).hostname;
  const selfSigned = certificate && isSelfIssued(certificate);
  const wrongName: readonly Reason[] =
    certificate !== undefined && !coversHost(certificate.alternativeNames, host) ? [{ code: "wrong-name", host }] : [];
  const untrusted: readonly Reason[] = [{ code: "untrusted", selfSigned }];
  switch (trust) {
    case "untrusted":
    case "faulty": {
      if (selfSigned) return [...wrongName, ...untrusted];
      if (wrongName.length > 0 || (trust === "faulty" && outside)) return wrongName;
      return untrusted;
    }
    case "wrong-name":
      return [{ code: "wrong-name", host }];
    case "revoked":
      return [{ code: "revoked" }];
    case "refused":
      return [{ code: "refused", detail }];
    case "outside-validity": // with a leaf whose own dates are fine, an intermediate or the root has ended
      return outside ? [] : [{ code: "outside-validity", detail }];
    case "trusted":
    case "not-told":
      return [];
  }
}
