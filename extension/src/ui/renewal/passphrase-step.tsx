import { checkPassphrase } from "../../../../shared/keystore/passphrase.ts";
import { estimateStrength } from "../../../../shared/keystore/passphrase-strength.ts";
import { type RenewalMaterialStep, renewalMaterialSteps } from "../../../../shared/request/renewal-material.ts";
import { renewalTexts as texts } from "../messages/en/renewal.ts";
import { TextField } from "../parts/text-field.tsx";
import type { RenewalProps } from "./renewal.tsx";
import type { RenewalState } from "./renewal-state.ts";

export function PassphraseStep({ state, actions }: RenewalProps) {
  const { passphrase, making, made } = state;
  if (making.kind === "working") return <Working step={making.step} state={state} cancel={actions.cancel} />;
  const { first, second, shown, tried } = passphrase;
  const checked = checkPassphrase(first, second);
  const problem = tried && !checked.ok ? checked.problem.code : undefined;
  const type = shown ? "text" : "password";
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        actions.make();
      }}
    >
      <p>{texts.passphraseLead}</p>
      <div class="passphrase-fields">
        <TextField
          label={texts.passphrase}
          type={type}
          value={first}
          autocomplete="new-password"
          onInput={(value) => actions.typePassphrase({ first: value })}
          problem={problem !== undefined && problem !== "mismatch" ? texts.passphraseProblems[problem] : undefined}
        />
        <Strength passphrase={first} />
        <TextField
          label={texts.passphraseAgain}
          type={type}
          value={second}
          autocomplete="new-password"
          onInput={(value) => actions.typePassphrase({ second: value })}
          problem={problem === "mismatch" ? texts.passphraseProblems.mismatch : undefined}
        />
        <label class="choice">
          <input
            type="checkbox"
            checked={shown}
            onChange={({ currentTarget }) => actions.typePassphrase({ shown: currentTarget.checked })}
          />
          <span>{texts.show}</span>
        </label>
      </div>
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

function Strength({ passphrase }: { readonly passphrase: string }) {
  const { bits, level } = estimateStrength(passphrase);
  // The scale ends at 80 bits: beyond it nothing changes any more.
  return (
    <div class="strength">
      <div class="strength-bar" aria-hidden="true">
        <div class={`strength-${level}`} style={{ inlineSize: `${Math.min(100, (bits / 80) * 100)}%` }} />
      </div>
      <p class="small muted" role="status">
        {passphrase === "" ? texts.strengthHelp : texts.strength[level]}
      </p>
    </div>
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
