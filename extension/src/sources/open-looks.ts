import { certificateAccess } from "../platform/capabilities.ts";
import { canOpenHost, openHostPort } from "../platform/native-host.ts";
import { report } from "../platform/report.ts";
import { loadSettings } from "../platform/settings.ts";
import { isFirefox } from "../platform/which-browser.ts";
import { keepHostState } from "../store/host-state.ts";
import { connectHost } from "./host-connection.ts";
import { hostIsOn } from "./host-use.ts";
import type { Look, LookSource } from "./look.ts";
import { lookThrough } from "./look-at-target.ts";
import { nativeHostLook } from "./native-host-look.ts";
import { ownFetch } from "./own-fetch.ts";

export interface Looks {
  readonly look: Look;
  /** Ends the native host, where it was asked. */
  close(): void;
}

/**
 * The sources for addresses without a tab, as the settings and permissions are now: the browser's own first where it
 * tells certificates, else the native host first where it is on; the other one as a second.
 */
export async function openLooks(): Promise<Looks> {
  const [{ sources: on }, withHost] = await Promise.all([loadSettings(), hostIsOn()]);
  const own: readonly LookSource[] = on["own-fetch"] ? [ownFetch] : [];
  if (!withHost || !canOpenHost()) return { look: lookThrough(own), close: () => undefined };
  const host = connectHost({
    open: openHostPort,
    now: Date.now,
    changed: (state) => void keepHostState(state).catch((error) => report("keeping the native host's state", error)),
  });
  const beside = nativeHostLook(host);
  const ownFirst = isFirefox || (await certificateAccess()) === "works";
  return { look: lookThrough(ownFirst ? [...own, beside] : [beside, ...own]), close: () => host.close() };
}
