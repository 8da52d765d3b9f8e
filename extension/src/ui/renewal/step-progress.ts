import { isOutdated } from "./renew.ts";
import type { RenewalState } from "./renewal-state.ts";
import { type RenewalStep, renewalSteps, type StepState } from "./renewal-steps.ts";

export interface StepProgress {
  readonly step: RenewalStep;
  readonly state: StepState;
  /** Whether the step can be gone to. */
  readonly open: boolean;
}

/** The journey as a list: what is done, what is now, what comes next. */
export function stepProgress(state: RenewalState): readonly StepProgress[] {
  return renewalSteps.map((step) => ({
    step,
    state: step === state.step ? "now" : isDone(step, state) ? "done" : "next",
    open: isOpen(step, state),
  }));
}

function isDone(step: RenewalStep, state: RenewalState): boolean {
  const { made, ordering } = state;
  switch (step) {
    case "route":
      return state.step !== "route";
    case "names":
    case "key":
    case "passphrase":
      return made !== undefined && !isOutdated(state);
    case "save":
      return made?.keySaved === true && !isOutdated(state);
    case "order":
      return ordering.kind === "opened";
    case "install":
      return false;
  }
}

/** A key needs names, saving needs a key; the guides can be read at any time. */
function isOpen(step: RenewalStep, { names, made, making }: RenewalState): boolean {
  if (making.kind === "working") return step === "passphrase";
  if (step === "key" || step === "passphrase") return names.names.length > 0;
  return step === "save" || step === "order" ? made !== undefined : true;
}
