import type { GuideBlock, Source } from "../guide/guide.ts";

/** Issuers that no authority's patterns match: not known to us, or private (and why we think so). */
export const adviceIds = ["unknown", "self-signed", "untrusted-issuer", "private-root"] as const;
export type AdviceId = (typeof adviceIds)[number];

/** What to do where there is no authority to send the holder to: `content/advice/<id>.md`. */
export interface Advice {
  readonly id: AdviceId;
  readonly title: string;
  readonly summary: string;
  readonly sources: readonly Source[];
  /** ISO date of the last review by a person. */
  readonly reviewed: string;
  readonly steps: readonly GuideBlock[];
}
