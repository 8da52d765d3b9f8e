import type { Observation } from "../../../shared/observation/observation.ts";
import { report } from "../platform/report.ts";
import { isFirefox } from "../platform/which-browser.ts";
import { chromiumSecurityInfo } from "../sources/chromium-security-info.ts";
import { firefoxSecurityInfo } from "../sources/firefox-security-info.ts";
import { nativeHost } from "../sources/native-host.ts";
import { netError } from "../sources/net-error.ts";
import type { CertificateSource, Stop } from "../sources/source.ts";

const sources: readonly CertificateSource[] = [
  isFirefox ? firefoxSecurityInfo : chromiumSecurityInfo,
  netError,
  nativeHost,
];

const stops: Stop[] = [];

/**
 * Starts every source that the permissions allow; what ran before is stopped first. Chromium sends nothing to listeners
 * that were registered before site access was given (seen in 156), so a change of permissions starts them afresh.
 */
export function startSources(saw: (tabId: number, seen: Observation) => Promise<void>): void {
  for (const stop of stops.splice(0)) stop();
  for (const source of sources) {
    const stop = source.start((tabId, seen) => {
      saw(tabId, seen).catch((error) => report(`keeping what ${source.id} saw`, error));
    });
    if (stop !== undefined) stops.push(stop);
  }
}
