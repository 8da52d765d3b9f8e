import { detailsTexts as texts } from "../../messages/en/host-details.ts";
import type { FieldEdit } from "./use-field-edit.ts";

interface OutcomeLineProps {
  readonly field: FieldEdit;
  /** Where what was typed is saved in another way than it was sent before. */
  readonly onAgain?: () => void;
}

/** Says below a field how saving it went, with the way back or another try. */
export function OutcomeLine({ field: { outcome, save, undo }, onAgain }: OutcomeLineProps) {
  return (
    <div class="details-outcome small">
      <span role="status" class={outcome.kind === "problem" ? "problem" : "muted"}>
        {outcome.kind === "saved" && texts.saved}
        {outcome.kind === "saving" && texts.saving}
        {outcome.kind === "undone" && texts.undone}
        {outcome.kind === "problem" && outcome.text}
      </span>
      {outcome.kind === "saved" && (
        <button type="button" class="button button-plain" onClick={() => undo(outcome.undo)}>
          {texts.undo}
        </button>
      )}
      {outcome.kind === "problem" && (
        <button type="button" class="button button-plain" onClick={onAgain ?? (() => void save(outcome.edit))}>
          {texts.again}
        </button>
      )}
    </div>
  );
}
