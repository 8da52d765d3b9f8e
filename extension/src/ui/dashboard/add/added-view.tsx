import { useLayoutEffect, useRef } from "preact/hooks";
import { addTexts as texts } from "../../messages/en/add.ts";
import { DoneIcon } from "../../parts/icons.tsx";
import type { AddScreenActions } from "./add-screen.tsx";
import type { Outcome } from "./add-state.ts";

interface AddedViewProps {
  readonly outcome: Extract<Outcome, { readonly kind: "added" | "undone" }>;
  readonly actions: Pick<AddScreenActions, "undo" | "startAgain" | "close">;
}

/** What was added, and the way back. */
export function AddedView({ outcome, actions }: AddedViewProps) {
  const done = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => done.current?.focus(), [outcome.kind]);
  const { taken } = outcome;
  const some = taken.hosts.length + taken.owned.length > 0;
  return (
    <div class="stack add-done">
      <div class={outcome.kind === "added" ? "note note-good" : "note"} role="status">
        <p class="row">
          {outcome.kind === "added" && <DoneIcon />}
          <strong>
            {outcome.kind === "undone"
              ? texts.undone(taken.hosts.length, taken.owned.length)
              : some
                ? texts.added(taken.hosts.length, taken.owned.length)
                : texts.filledIn}
          </strong>
        </p>
        {outcome.kind === "added" && taken.hosts.length > 0 && <p>{texts.checksBegin}</p>}
      </div>
      <p class="row">
        <button ref={done} type="button" class="button button-main" onClick={actions.close}>
          {texts.done}
        </button>
        {outcome.kind === "added" && some && (
          <button type="button" class="button" onClick={actions.undo}>
            {texts.undo}
          </button>
        )}
        <button type="button" class="button button-plain" onClick={actions.startAgain}>
          {texts.addMore}
        </button>
      </p>
    </div>
  );
}
