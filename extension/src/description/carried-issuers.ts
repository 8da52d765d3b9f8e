import issuers from "../../generated/issuers.json";
import type { KnownIssuer } from "./known-issuer.ts";

/** Written by the build from the authorities' files and checked there. */
const checked: unknown = issuers;

/** The authorities that the extension knows, as far as a line under an issuer needs them. */
export const carriedIssuers = checked as readonly KnownIssuer[];
