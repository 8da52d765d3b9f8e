import type { Observation } from "../../../shared/observation/observation.ts";
import { report } from "../platform/report.ts";
import { isFirefox } from "../platform/which-browser.ts";
import { chromiumSecurityInfo } from "../sources/chromium-security-info.ts";
import { firefoxSecurityInfo } from "../sources/firefox-security-info.ts";
import { netError } from "../sources/net-error.ts";
import type { CertificateSource } from "../sources/source.ts";

const sources: readonly CertificateSource[] = [isFirefox ? firefoxSecurityInfo : chromiumSecurityInfo, netError];

const started = new Set<CertificateSource["id"]>();

/** Starts every source that the permissions allow and that does not run yet. */
export function startSources(saw: (tabId: number, seen: Observation) => Promise<void>): void {
  for (const source of sources) {
    if (started.has(source.id)) continue;
    const runs = source.start((tabId, seen) => {
      saw(tabId, seen).catch((error) => report(`keeping what ${source.id} saw`, error));
    });
    if (runs) started.add(source.id);
  }
}
