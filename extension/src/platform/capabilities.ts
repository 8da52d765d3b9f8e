import { allObservations } from "../store/observations.ts";
import { hasSiteAccess } from "./permissions.ts";

/** How the browser's own certificate source does. `flag-off`: pages were seen, and no certificate came with them. */
export type CertificateAccess = "works" | "flag-off" | "no-site-access" | "not-told-yet";

export async function certificateAccess(): Promise<CertificateAccess> {
  if (!(await hasSiteAccess())) return "no-site-access";
  const seen = await allObservations();
  if (seen.some(({ leaf, via }) => leaf !== undefined && via.endsWith("-security-info"))) return "works";
  return seen.some(({ trust }) => trust === "not-told") ? "flag-off" : "not-told-yet";
}
