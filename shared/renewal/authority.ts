import type { GuideBlock } from "../guide/guide.ts";

/** What the holder must do at an authority to keep a site covered. */
export const routes = ["renew", "reissue", "automated", "managed", "discontinued"] as const;
export type Route = (typeof routes)[number];

/** How sure we are that a link is right: read in the vendor's document, seen in a list, not checked, or known to be gone. */
export const linkStates = ["document", "list", "unverified", "historic"] as const;
export type LinkState = (typeof linkStates)[number];

export const linkUses = ["sign-in", "renew", "reissue", "new-order", "help", "support", "status"] as const;
export type LinkUse = (typeof linkUses)[number];

export interface AuthorityLink {
  readonly use: LinkUse;
  readonly label: string;
  /** Always `https:`. */
  readonly url: string;
  readonly state: LinkState;
  /** Where the link was read, in words or as a URL. */
  readonly source: string;
  /** ISO date on which the source was read. */
  readonly checked: string;
}

/** One issuer of an authority: every field that is given must match; texts are regular expressions over the whole value. */
export interface IssuerPattern {
  readonly cn?: string;
  readonly o?: string;
  readonly c?: string;
}

/** A certification authority or brand with its renewal route: `content/authorities/<id>.md`. */
export interface Authority {
  readonly id: string;
  readonly name: string;
  /** Who runs it today. */
  readonly operator: string;
  readonly route: Route;
  readonly issuers: readonly IssuerPattern[];
  /** Best first. */
  readonly links: readonly AuthorityLink[];
  /** Values of CAA `issue` that let it issue. */
  readonly caa: readonly string[];
  /** What it says about the key of a renewal, in one sentence. */
  readonly csr: string;
  /** Days before and after expiry within which it renews. */
  readonly window?: { readonly opensDays: number; readonly closesDays: number };
  /** Browsers stopped trusting what it issued after this ISO date. */
  readonly distrust?: { readonly after: string; readonly by: string; readonly source: string };
  /** What to do there, step by step: parsed Markdown. */
  readonly steps: readonly GuideBlock[];
}
