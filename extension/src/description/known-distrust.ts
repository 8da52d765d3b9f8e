import type { DistrustedIssuer } from "../../../shared/renewal/distrust.ts";
import distrust from "../../generated/distrust.json";

/** The issuers that browsers stopped trusting: written by the build from the authorities' files and checked there. */
export const knownDistrust: readonly DistrustedIssuer[] = distrust;
