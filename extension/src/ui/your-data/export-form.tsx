import { yourDataTexts as texts } from "../messages/en/your-data.ts";
import { NewPassphrase } from "../parts/new-passphrase.tsx";
import type { YourDataActions, YourDataState } from "./your-data-state.ts";

interface ExportFormProps {
  readonly state: Pick<YourDataState, "passphrase">;
  readonly actions: Pick<YourDataActions, "typePassphrase" | "exportAll" | "open">;
}

/** Everything into one file, under a passphrase that is typed twice. */
export const ExportForm = ({ state, actions }: ExportFormProps) => (
  <form
    class="stack task"
    onSubmit={(event) => {
      event.preventDefault();
      actions.exportAll();
    }}
  >
    <h3>{texts.exportTitle}</h3>
    <p>{texts.exportWhat}</p>
    <NewPassphrase draft={state.passphrase} type={actions.typePassphrase} />
    <p class="row">
      <button type="submit" class="button button-main">
        {texts.exportNow}
      </button>
      <button type="button" class="button" onClick={() => actions.open(undefined)}>
        {texts.cancel}
      </button>
    </p>
  </form>
);
