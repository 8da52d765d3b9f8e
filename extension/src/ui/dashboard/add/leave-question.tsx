import { useLayoutEffect, useRef } from "preact/hooks";
import { addTexts as texts } from "../../messages/en/add.ts";

interface LeaveQuestionProps {
  readonly onLeave: () => void;
  readonly onStay: () => void;
}

/** Asked before something that was entered is lost; the button that loses nothing has the focus. */
export function LeaveQuestion({ onLeave, onStay }: LeaveQuestionProps) {
  const stay = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => stay.current?.focus(), []);
  return (
    <div class="stack add-question" role="alertdialog" aria-labelledby="leave-title" aria-describedby="leave-why">
      <h3 id="leave-title">{texts.leaveTitle}</h3>
      <p id="leave-why">{texts.leaveWhy}</p>
      <p class="row">
        <button ref={stay} type="button" class="button button-main" onClick={onStay}>
          {texts.stay}
        </button>
        <button type="button" class="button" onClick={onLeave}>
          {texts.leave}
        </button>
      </p>
    </div>
  );
}
