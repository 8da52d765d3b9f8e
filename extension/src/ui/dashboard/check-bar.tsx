import { dashboardTexts as texts } from "../messages/en/dashboard.ts";
import type { CheckProgress } from "./check-run.ts";

interface CheckBarProps {
  readonly progress: CheckProgress;
  /** Puts the rest back to its usual time; takes the bar away where there is no rest. */
  readonly onStop: () => void;
}

/** How far the checks are that the user asked for. */
export function CheckBar({ progress: { total, checked, failed }, onStop }: CheckBarProps) {
  const isDone = checked >= total;
  return (
    <div class="check-bar">
      {!isDone && <progress max={total} value={checked} aria-label={texts.progress} />}
      <span role="status">
        {isDone ? texts.checked(total) : texts.checking(checked, total)}
        {failed > 0 && <span class="host-failed"> {texts.checkingFailed(failed)}</span>}
      </span>
      <button type="button" class="button" onClick={onStop}>
        {isDone ? texts.dismiss : texts.stop}
      </button>
    </div>
  );
}
