import { isOfThisSide, type LookProblem } from "../../../shared/observation/look-problem.ts";
import type { Observation } from "../../../shared/observation/observation.ts";
import { failure, success } from "../../../shared/result.ts";
import { besideRefusal } from "./host-observation.ts";
import type { Look, LookSource } from "./look.ts";

/**
 * Asks the sources in turn until one tells a certificate; a refusal without one joins it, or stands alone at the end. Of
 * several problems the one that says most of the host is given.
 */
export function lookThrough(sources: readonly LookSource[]): Look {
  return async (target, signal) => {
    let refusal: Observation | undefined;
    let problem: LookProblem = { code: target.starttls === undefined ? "no-source" : "needs-companion" };
    for (const source of sources) {
      const seen = await source.look(target, signal);
      if (seen.ok && seen.value.leaf !== undefined)
        return success(refusal === undefined ? seen.value : besideRefusal(seen.value, refusal));
      if (seen.ok) refusal = seen.value;
      else if (saysMore(seen.problem, problem)) problem = seen.problem;
      if (signal.aborted) break;
    }
    return refusal === undefined ? failure(problem) : success(refusal);
  };
}

/** What a host was like says more than what stood in the way here, and a name for it more than somebody's words. */
const saysMore = (one: LookProblem, other: LookProblem): boolean => weight(one) >= weight(other);

const weight = (problem: LookProblem): number => {
  if (isOfThisSide(problem)) return 0;
  return problem.code === "failed" || problem.code === "timed-out" ? 1 : 2;
};
