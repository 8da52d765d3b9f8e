import type { Observation, SourceId } from "../../../shared/observation/observation.ts";
import { report } from "../platform/report.ts";
import { loadSettings } from "../platform/settings.ts";
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

const running = new Map<SourceId, Stop>();

type Saw = (tabId: number, seen: Observation) => Promise<void>;

/**
 * Starts every source that the permissions allow; what ran before is stopped first. Chromium sends nothing to listeners
 * that were registered before site access was given (seen in 156), so a change of permissions starts them afresh.
 * All are started, for the event that woke this script does not wait until the settings are read: those that the user
 * switched off are stopped then, and what they see before is not taken.
 */
export function startSources(saw: Saw): void {
  for (const source of sources) stop(source);
  for (const source of sources) start(source, saw);
  followSwitches(saw).catch((error) => report("reading the sources' switches", error));
}

/** Stops the sources that the settings switch off and starts those that they switch on; the others go on undisturbed. */
export async function followSwitches(saw: Saw): Promise<void> {
  const { sources: on } = await loadSettings();
  for (const source of sources) {
    if (!on[source.id]) stop(source);
    else if (!running.has(source.id)) start(source, saw);
  }
}

function start(source: CertificateSource, saw: Saw): void {
  const take = async (tabId: number, seen: Observation): Promise<void> => {
    if ((await loadSettings()).sources[source.id]) await saw(tabId, seen);
  };
  const ending = source.start((tabId, seen) => {
    take(tabId, seen).catch((error) => report(`keeping what ${source.id} saw`, error));
  });
  if (ending !== undefined) running.set(source.id, ending);
}

function stop({ id }: CertificateSource): void {
  running.get(id)?.();
  running.delete(id);
}
