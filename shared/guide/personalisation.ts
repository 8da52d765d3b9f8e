import type { TokenValues } from "./tokens.ts";

/** What a link to a guide may carry in its URL fragment: nothing secret, one host name, no order ids. */
export interface Personalisation {
  /** `d` and `f`. */
  readonly values: TokenValues;
  /** `os`: `debian` or `rhel`. */
  readonly os?: string;
  /** `ca`: id of an authority. */
  readonly authority?: string;
  /** `x`: ISO date on which the old certificate ends. */
  readonly expires?: string;
  /** `sugg`: id of the platform that the chooser should suggest. */
  readonly suggestion?: string;
  /** `at`: id of the heading to scroll to. */
  readonly at?: string;
}
