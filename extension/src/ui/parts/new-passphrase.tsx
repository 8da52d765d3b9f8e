import { checkPassphrase } from "../../../../shared/keystore/passphrase.ts";
import { estimateStrength } from "../../../../shared/keystore/passphrase-strength.ts";
import { passphraseTexts as texts } from "../messages/en/passphrase.ts";
import type { PassphraseDraft, TypedPassphrase } from "./passphrase-draft.ts";
import { TextField } from "./text-field.tsx";
import "./new-passphrase.css";

interface NewPassphraseProps {
  readonly draft: PassphraseDraft;
  readonly type: (typed: TypedPassphrase) => void;
}

/** The fields for a new passphrase: typed twice, its strength beside it. */
export function NewPassphrase({ draft: { first, second, shown, tried }, type }: NewPassphraseProps) {
  const checked = checkPassphrase(first, second);
  const problem = tried && !checked.ok ? checked.problem.code : undefined;
  const inputType = shown ? "text" : "password";
  return (
    <div class="passphrase-fields">
      <TextField
        label={texts.passphrase}
        type={inputType}
        value={first}
        autocomplete="new-password"
        onInput={(value) => type({ first: value })}
        problem={problem !== undefined && problem !== "mismatch" ? texts.problems[problem] : undefined}
      />
      <Strength passphrase={first} />
      <TextField
        label={texts.again}
        type={inputType}
        value={second}
        autocomplete="new-password"
        onInput={(value) => type({ second: value })}
        problem={problem === "mismatch" ? texts.problems.mismatch : undefined}
      />
      <label class="choice">
        <input
          type="checkbox"
          checked={shown}
          onChange={({ currentTarget }) => type({ shown: currentTarget.checked })}
        />
        <span>{texts.show}</span>
      </label>
    </div>
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
