import { type RenewalMaterialStep, renewalMaterialSteps } from "../../../../shared/request/renewal-material.ts";
import { renewalTexts as texts } from "../messages/en/renewal.ts";
import { NewPassphrase } from "../parts/new-passphrase.tsx";
import type { RenewalProps } from "./renewal.tsx";
import type { RenewalState } from "./renewal-state.ts";

export function PassphraseStep({ state, actions }: RenewalProps) {
  const { passphrase, making, made } = state;
  if (making.kind === "working") return <Working step={making.step} state={state} cancel={actions.cancel} />;
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        actions.make();
      }}
    >
      <p>{texts.passphraseLead}</p>
      <NewPassphrase draft={passphrase} type={actions.typePassphrase} />
      {made !== undefined && <p class="note note-mind">{made.keySaved ? texts.replacesSaved : texts.replaces}</p>}
      {making.kind === "failed" && (
        <p class="note note-stop" role="alert">
          {texts.failed[making.problem.code]}
        </p>
      )}
      <button type="submit" class="button button-main">
        {made === undefined ? texts.make : texts.makeAgain}
      </button>
    </form>
  );
}

interface WorkingProps {
  readonly step: RenewalMaterialStep;
  readonly state: RenewalState;
  readonly cancel: () => void;
}

function Working({ step, state, cancel }: WorkingProps) {
  const at = renewalMaterialSteps.indexOf(step);
  return (
    <>
      <progress class="working" max={renewalMaterialSteps.length} value={at + 0.5} aria-label={texts.making[step]} />
      <p role="status">{texts.making[step]}</p>
      {state.choice === "rsa-4096" && <p class="small muted">{texts.makingSlow}</p>}
      <button type="button" class="button" onClick={cancel}>
        {texts.cancel}
      </button>
    </>
  );
}
