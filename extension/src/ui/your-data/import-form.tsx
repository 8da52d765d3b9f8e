import { useId } from "preact/hooks";
import { yourDataTexts as texts } from "../messages/en/your-data.ts";
import { TextField } from "../parts/text-field.tsx";
import type { YourDataActions, YourDataState } from "./your-data-state.ts";

interface ImportFormProps {
  readonly state: Pick<YourDataState, "filePassphrase">;
  readonly actions: Pick<YourDataActions, "chooseFile" | "typeFilePassphrase" | "importAll" | "open">;
}

/** A file that was exported, and its passphrase. What will happen stands above the button. */
export function ImportForm({ state, actions }: ImportFormProps) {
  const id = useId();
  return (
    <form
      class="stack task"
      onSubmit={(event) => {
        event.preventDefault();
        actions.importAll();
      }}
    >
      <h3>{texts.importTitle}</h3>
      <p>{texts.importWhat}</p>
      <div class="passphrase-fields">
        <div class="field">
          <label for={id}>{texts.file}</label>
          <input
            id={id}
            class="input"
            type="file"
            onChange={({ currentTarget }) => actions.chooseFile(currentTarget.files?.[0])}
          />
        </div>
        <TextField
          label={texts.filePassphrase}
          type="password"
          value={state.filePassphrase}
          onInput={actions.typeFilePassphrase}
        />
      </div>
      <p class="row">
        <button type="submit" class="button button-main">
          {texts.importNow}
        </button>
        <button type="button" class="button" onClick={() => actions.open(undefined)}>
          {texts.cancel}
        </button>
      </p>
    </form>
  );
}
