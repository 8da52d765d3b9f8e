import type { Observation } from "../../../shared/observation/observation.ts";
import { allObservations } from "../store/observations.ts";
import { hasSiteAccess } from "./permissions.ts";
import { isFirefox } from "./which-browser.ts";

/** How the browser's own certificate source does. `flag-off`: pages were seen, and no certificate came with them. */
export type CertificateAccess = "works" | "flag-off" | "no-site-access" | "not-told-yet";

/** `here` is what is known of the page in front, which a private window's store does not hold. */
export async function certificateAccess(here?: Observation): Promise<CertificateAccess> {
  if (!(await hasSiteAccess())) return "no-site-access";
  const seen = [...(await allObservations()), ...(here === undefined ? [] : [here])];
  if (seen.some(({ leaf, via }) => leaf !== undefined && via.endsWith("-security-info"))) return "works";
  // Firefox has no such setting: a page that told nothing there came from a cache, and the next one tells.
  return !isFirefox && seen.some(({ trust }) => trust === "not-told") ? "flag-off" : "not-told-yet";
}
