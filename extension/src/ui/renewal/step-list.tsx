import { renewalTexts as texts } from "../messages/en/renewal.ts";
import { DoneIcon } from "../parts/icons.tsx";
import type { RenewalActions } from "./renewal-actions.ts";
import type { RenewalState } from "./renewal-state.ts";
import { stepProgress } from "./step-progress.ts";

interface StepListProps {
  readonly state: RenewalState;
  readonly go: RenewalActions["go"];
}

export function StepList({ state, go }: StepListProps) {
  return (
    <nav aria-label={texts.stepsLabel} class="step-list">
      <ol class="quiet-list">
        {stepProgress(state).map(({ step, state: progress, open }, index) => (
          <li key={step} class={`step-${progress}`}>
            <button
              type="button"
              onClick={() => go(step)}
              disabled={!open}
              {...(progress === "now" && { "aria-current": "step" as const })}
            >
              <span class="step-mark" aria-hidden="true">
                {progress === "done" ? <DoneIcon /> : index + 1}
              </span>
              {texts.steps[step]}
              {progress === "done" && <span class="only-spoken"> ({texts.stepDone})</span>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
