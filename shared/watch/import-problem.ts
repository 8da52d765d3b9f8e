import type { AddressProblem } from "./host-address.ts";

/** Why a file was not taken in. One is enough: then nothing of the file is. */
export interface ImportProblem {
  readonly code:
    | AddressProblem["code"]
    | "empty"
    | "unclosed-quote"
    | "text-after-quote"
    | "too-many-records"
    | "no-host-column"
    | "repeated-column"
    | "bad-number"
    | "bad-date"
    | "not-json"
    | "not-a-watch-list"
    | "future-version"
    | "bad-record";
  /** Counted from 1. */
  readonly line: number;
  /** Where in the record, and what stood there. Hostile text. */
  readonly field?: string;
  readonly entry?: string;
}

/** Problems beyond this many are not listed. */
export const mostProblems = 100;
