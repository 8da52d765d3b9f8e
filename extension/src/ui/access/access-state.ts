import type { CertificateAccess } from "../../platform/capabilities.ts";

/** Site access as the pages show it. */
export interface AccessState {
  readonly siteAccess: boolean;
  readonly certificates: CertificateAccess;
  /** What the user's last click came to. */
  readonly last?: "refused" | "taken-back" | "given";
}
