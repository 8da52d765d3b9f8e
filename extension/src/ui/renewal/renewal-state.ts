import type { Certificate } from "../../../../shared/certificate/certificate.ts";
import type { RenewalRoute } from "../../../../shared/renewal/route-for.ts";
import type { KeyChoice } from "../../../../shared/request/key-parameters.ts";
import type {
  RenewalMaterial,
  RenewalMaterialProblem,
  RenewalMaterialStep,
} from "../../../../shared/request/renewal-material.ts";
import type { NameProblem, RequestName } from "../../../../shared/request/request-names.ts";
import type { Subject } from "../../../../shared/request/subject.ts";
import type { SeenCertificate } from "../../description/seen-certificate.ts";
import type { PassphraseDraft } from "../parts/passphrase-draft.ts";
import type { Site } from "../parts/site.ts";
import type { BoughtAt } from "./bought-at.ts";
import type { NamesDraft } from "./names-draft.ts";
import type { RenewalStep } from "./renewal-steps.ts";

/** The certificate that is to be renewed, as far as it is known. */
export type KnownCertificate =
  | { readonly kind: "looking" }
  /** The page was opened without a site, or the browser was restarted since the site was seen. */
  | { readonly kind: "nothing" }
  | {
      readonly kind: "seen";
      readonly seen: SeenCertificate;
      /** Absent where the certificate itself was not seen, or cannot be read: then nobody knows its issuer. */
      readonly route?: RenewalRoute;
      readonly key?: Certificate["publicKey"];
    };

/** What is known when the page opens. */
export interface LoadedRenewal {
  readonly site?: Site;
  readonly known: KnownCertificate;
  readonly names: readonly RequestName[];
  /** Names of the certificate that cannot stand in a request. */
  readonly problems: readonly NameProblem[];
  /** The organisation in the certificate's subject, where it has one. */
  readonly subject?: Subject;
}

export type Making =
  | { readonly kind: "idle" }
  /** `run` tells a run that was cancelled from the one that goes on. */
  | { readonly kind: "working"; readonly run: number; readonly step: RenewalMaterialStep }
  | { readonly kind: "failed"; readonly problem: RenewalMaterialProblem };

/** The key and the request that exist in this page, and what became of them. */
export interface Made {
  readonly material: RenewalMaterial;
  readonly names: readonly RequestName[];
  readonly choice: KeyChoice;
  readonly organisation: boolean;
  readonly keySaved: boolean;
  readonly requestSaved: boolean;
}

export type Ordering =
  | { readonly kind: "not-yet" }
  | { readonly kind: "key-not-saved" }
  | { readonly kind: "opened" }
  /** The request is not on the clipboard: it is shown, to be copied by hand. `url` is the page that was wanted. */
  | { readonly kind: "no-clipboard"; readonly why: "denied" | "unavailable"; readonly url?: string };

export interface RenewalState {
  readonly site?: Site;
  readonly known: KnownCertificate;
  /** Absent: the user has said nothing, and what the certificate tells counts. */
  readonly bought?: BoughtAt;
  readonly step: RenewalStep;
  readonly names: NamesDraft;
  readonly subject?: Subject;
  readonly useSubject: boolean;
  readonly choice: KeyChoice;
  readonly passphrase: PassphraseDraft;
  readonly making: Making;
  readonly made?: Made;
  readonly ordering: Ordering;
}
