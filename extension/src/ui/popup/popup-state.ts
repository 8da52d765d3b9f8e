import type { SeenCertificate } from "../../description/seen-certificate.ts";
import type { CertificateAccess } from "../../platform/capabilities.ts";
import type { HostUse } from "../../sources/host-use.ts";
import type { Site } from "../parts/site.ts";

/** The popup at one moment. */
export type PopupState =
  | { readonly kind: "loading" }
  | { readonly kind: "failed" }
  | { readonly kind: "no-certificate"; readonly why: "not-https" | "browser-page" | "no-tab" }
  | {
      readonly kind: "unknown";
      readonly why: CertificateAccess;
      readonly host: HostUse;
      /** Absent where the browser hides the tab's address until site access is given. */
      readonly site?: Site;
      readonly privateWindow: boolean;
      readonly refused: boolean;
    }
  | {
      readonly kind: "seen";
      readonly site: Site;
      readonly privateWindow: boolean;
      readonly certificate: SeenCertificate;
    };

/** Everything the popup can do. */
export interface PopupActions {
  readonly allowAccess: () => void;
  readonly reload: () => void;
  readonly renew: () => void;
  readonly openGuide: () => void;
  readonly openSettings: () => void;
  readonly openWatchList: () => void;
  readonly openHostSettings: () => void;
}
