import { yourDataTexts as texts } from "../messages/en/your-data.ts";
import type { Held, YourDataActions } from "./your-data-state.ts";

interface ForgetFormProps {
  readonly held: Held;
  readonly actions: Pick<YourDataActions, "forgetAll" | "open">;
}

/** The second step before everything goes: what goes, what stays, and the way to keep a copy. */
export const ForgetForm = ({ held, actions }: ForgetFormProps) => (
  <section class="stack task">
    <h3>{texts.forgetTitle}</h3>
    <p class="note note-mind">{texts.forgetWhat(held.kind === "open" ? held.counts.hosts : 0)}</p>
    <p>{texts.forgetStays}</p>
    <p class="row">
      <button type="button" class="button button-main" onClick={() => actions.open("export")}>
        {texts.exportFirst}
      </button>
      <button type="button" class="button button-danger" onClick={actions.forgetAll}>
        {texts.forgetNow}
      </button>
      <button type="button" class="button" onClick={() => actions.open(undefined)}>
        {texts.keep}
      </button>
    </p>
  </section>
);
