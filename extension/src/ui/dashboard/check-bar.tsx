import { dashboardTexts as texts } from "../messages/en/dashboard.ts";
import type { CheckProgress } from "./check-run.ts";

interface CheckBarProps {
  readonly progress: CheckProgress;
  readonly onStop: () => void;
}

/** How far the checks are that the user asked for. */
export function CheckBar({ progress: { total, checked, failed }, onStop }: CheckBarProps) {
  return (
    <div class="check-bar">
      <progress max={total} value={checked} aria-label={texts.progress} />
      <span>
        {texts.checking(checked, total)}
        {failed > 0 && <span class="host-failed">, {texts.checkingFailed(failed)}</span>}
      </span>
      <button type="button" class="button" onClick={onStop}>
        {texts.stop}
      </button>
    </div>
  );
}
