import type { Advice } from "../renewal/advice.ts";
import type { Authority } from "../renewal/authority.ts";
import type { Guide, Platform } from "./guide.ts";

/** Everything under `content/`, parsed and checked: what the extension carries and the site and the runner read. */
export interface Content {
  readonly authorities: readonly Authority[];
  /** What to do where no authority is known: one of every kind. */
  readonly advice: readonly Advice[];
  readonly platforms: readonly Platform[];
  readonly guides: readonly Guide[];
}

/** What is wrong with a file of content, for the person who wrote it: plain words, and the line (from 1) to look at. */
export interface ContentProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** As compilers write it, so that editors can jump to it. */
export const describeContentProblem = (problem: ContentProblem): string =>
  `${problem.file}:${problem.line}: ${problem.message}`;
