import type { WebRequest } from "webextension-polyfill";
import type { Observation, SourceId, Trust } from "../../../shared/observation/observation.ts";
import { browser } from "../platform/browser.ts";
import { report } from "../platform/report.ts";
import { isShownPage, mainFrames } from "./main-frame.ts";
import type { CertificateSource } from "./source.ts";

const id = "firefox-security-info";

/**
 * Firefox' `webRequest.getSecurityInfo`. It is right only inside a *blocking* listener: elsewhere the channel may be gone
 * and the answer is then missing, or wrongly "insecure".
 */
export const firefoxSecurityInfo: CertificateSource = {
  id,
  start(tell) {
    if (!browser.webRequest) return undefined;
    const { onHeadersReceived } = browser.webRequest;
    const onHeaders = async (details: Details): Promise<WebRequest.BlockingResponse> => {
      if (!isShownPage(details)) return {};
      try {
        tell(details.tabId, await observeByFirefox(details, id));
      } catch (error) {
        report("reading a certificate", error);
      }
      return {};
    };
    onHeadersReceived.addListener(onHeaders, mainFrames, ["blocking"]);
    return () => onHeadersReceived.removeListener(onHeaders);
  },
};

/** What Firefox gives beyond the polyfill's types. */
type SecurityInfo = WebRequest.SecurityInfo & {
  readonly overridableErrorCategory?: "trust_error" | "domain_mismatch" | "expired_or_not_yet_valid";
};

type Details = WebRequest.OnHeadersReceivedDetailsType;

/** What Firefox tells of a request's connection. Only inside a blocking listener for its headers. */
export async function observeByFirefox(details: Details, via: SourceId): Promise<Observation> {
  const seen = { origin: new URL(details.url).origin, via, seenAt: details.timeStamp } as const;
  const whole = await securityInfo(details.requestId, true);
  // After a warning that the user went past the chain comes empty; the leaf alone still comes.
  const info = whole?.certificates?.length === 0 ? await securityInfo(details.requestId, false) : whole;
  const leaf = info?.certificates?.[0];
  if (info === undefined || leaf?.rawDER === undefined) return { ...seen, trust: "not-told" };
  const root = whole?.certificates?.at(-1);
  return {
    ...seen,
    trust: trustOf(info),
    leaf: Uint8Array.from(leaf.rawDER),
    sha256: leaf.fingerprint.sha256.replaceAll(":", "").toLowerCase(),
    ...(Number.isFinite(leaf.validity.start) && { notBefore: leaf.validity.start }),
    ...(Number.isFinite(leaf.validity.end) && { notAfter: leaf.validity.end }),
    ...(root !== undefined && { publicRoot: root.isBuiltInRoot }),
  };
}

async function securityInfo(requestId: string, certificateChain: boolean): Promise<SecurityInfo | undefined> {
  return browser.webRequest.getSecurityInfo(requestId, { rawDER: true, certificateChain });
}

/** `state` says "secure" even after an override: the category of the error is what tells. */
function trustOf(info: SecurityInfo): Trust {
  switch (info.overridableErrorCategory) {
    case "trust_error":
      return "untrusted";
    case "domain_mismatch":
      return "wrong-name";
    case "expired_or_not_yet_valid":
      return "outside-validity";
    default:
      return "trusted";
  }
}
