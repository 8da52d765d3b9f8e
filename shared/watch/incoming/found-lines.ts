import type { Result } from "../../result.ts";
import type { WatchWish } from "../add-hosts.ts";
import { mostProblems } from "../import-problem.ts";
import { type Found, type LineProblem, nothing } from "./incoming.ts";
import { suggestLine } from "./suggest-line.ts";

/** Lines, records or links beyond this many are not read: the list is for hosts, and people wait. */
export const mostLines = 200_000;

const longestEntry = 200;

/** What lines give, one after the other: hosts, or problems with their lines. */
export interface LineCollector {
  readonly add: (line: number, entry: string, wish: Result<WatchWish, LineProblem["code"]>) => void;
  readonly found: () => Found;
}

export function collectLines(): LineCollector {
  const wishes: WatchWish[] = [];
  const problems: LineProblem[] = [];
  let problemCount = 0;
  return {
    add: (line, written, wish) => {
      if (wish.ok) return void wishes.push(wish.value);
      if (++problemCount > mostProblems) return;
      const suggestion = suggestLine(written, wish.problem);
      const entry = written.slice(0, longestEntry).trim();
      problems.push({ code: wish.problem, line, entry, ...(suggestion !== undefined && { suggestion }) });
    },
    found: () => ({ ...nothing, wishes, problems, problemCount }),
  };
}
