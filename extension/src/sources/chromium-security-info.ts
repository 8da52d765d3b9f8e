import { sha256Hex } from "../../../shared/certificate/fingerprint.ts";
import type { Observation, SourceId } from "../../../shared/observation/observation.ts";
import { report } from "../platform/report.ts";
import { isShownPage, mainFrames } from "./main-frame.ts";
import type { CertificateSource } from "./source.ts";

const id = "chromium-security-info";

/**
 * Chromium's `webRequest` with `securityInfoRawDer` (since 144, behind the flag `web-request-security-info`, which is off
 * by default). Whether it works is told by delivery only: with the flag off nothing throws and nothing is delivered.
 */
export const chromiumSecurityInfo: CertificateSource = {
  id,
  start(tell) {
    const { onHeadersReceived } = chrome.webRequest;
    const onCertificate = (details: Details): undefined => {
      observeByChromium(details, id).then(
        (seen) => seen && details.tabId >= 0 && tell(details.tabId, seen),
        (error) => report("reading a certificate", error),
      );
    };
    const onPage = (details: Details): undefined => {
      if (isShownPage(details)) tell(details.tabId, nothingTold(details, id));
    };
    try {
      onHeadersReceived.addListener(onCertificate, mainFrames, ["securityInfoRawDer"]);
    } catch {
      // Before Chromium 144 the option is not known: the plain listener below then tells that nothing is told.
    }
    // A listener of its own: alone, the one above is never called while the flag is off, not even without the info.
    onHeadersReceived.addListener(onPage, mainFrames);
    return () => {
      onHeadersReceived.removeListener(onCertificate);
      onHeadersReceived.removeListener(onPage);
    };
  },
};

type Details = chrome.webRequest.OnHeadersReceivedDetails;

const nothingTold = (details: Pick<Details, "url" | "timeStamp">, via: SourceId): Observation => ({
  origin: new URL(details.url).origin,
  via,
  seenAt: details.timeStamp,
  trust: "not-told",
});

/** What Chromium tells of a request's connection in `securityInfoRawDer`; nothing where it delivers none. */
export async function observeByChromium(
  details: Pick<Details, "url" | "timeStamp" | "securityInfo">,
  via: SourceId,
): Promise<Observation | undefined> {
  const { securityInfo } = details;
  const der = securityInfo?.certificates?.[0]?.rawDER;
  if (securityInfo === undefined || der === undefined) return undefined;
  const leaf = new Uint8Array(der);
  // `broken` is the state of a page that the user opened past a warning.
  const trust = securityInfo.state === "secure" ? "trusted" : "faulty";
  return { ...nothingTold(details, via), trust, leaf, sha256: await sha256Hex(leaf) };
}
