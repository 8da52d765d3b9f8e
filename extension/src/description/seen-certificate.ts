import type { SourceId } from "../../../shared/observation/observation.ts";
import type { RenewalRoute } from "../../../shared/renewal/route-for.ts";
import type { Level } from "../../../shared/verdict/verdict.ts";
import type { KnownIssuer } from "./known-issuer.ts";

/** Who the issuer is to us: an authority that we know, or a private one and why we think so. */
export type IssuerRoute = Exclude<RenewalRoute<Pick<KnownIssuer, "id" | "name" | "route">>, { kind: "unknown" }>;

/** A certificate as screens show it: values, already judged. Texts out of the certificate are hostile. */
export interface SeenCertificate {
  readonly level: Level;
  /** The badge's text, for the middle of the ring. */
  readonly short: string;
  /** Share of the lifetime that is left, 0 to 1. */
  readonly left: number;
  /** Milliseconds until `notAfter`, negative when it has passed; absent where no dates are known. */
  readonly remaining?: number;
  /** Epoch milliseconds. */
  readonly notBefore?: number;
  readonly notAfter?: number;
  /** Sentences, gravest first. */
  readonly reasons: readonly string[];
  readonly issuer?: string;
  /** Absent for an issuer that we do not know. */
  readonly issuerRoute?: IssuerRoute;
  readonly names?: readonly string[];
  /** Upper-case hex with colons. */
  readonly sha256?: string;
  readonly via: SourceId;
  /** Milliseconds since it was seen. */
  readonly age: number;
}
