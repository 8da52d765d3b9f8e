import { type KeyChoice, keyChoiceLike, keyChoices, keyParameters } from "../../../../shared/request/key-parameters.ts";
import { renewalTexts as texts } from "../messages/en/renewal.ts";
import { OutdatedNote } from "./outdated-note.tsx";
import { isOutdated } from "./renew.ts";
import type { RenewalProps } from "./renewal.tsx";

export function KeyStep({ state, actions }: RenewalProps) {
  const { choice, known } = state;
  const present: KeyChoice | undefined =
    known.kind === "seen" && known.key !== undefined ? keyChoiceLike(known.key) : undefined;
  return (
    <>
      {isOutdated(state) && <OutdatedNote restore={actions.useMadeNames} />}
      <p>{texts.keyLead}</p>
      <fieldset class="choices">
        <legend class="only-spoken">{texts.steps.key}</legend>
        {keyChoices.map((each) => (
          <label key={each} class="choice">
            <input
              type="radio"
              name="key"
              value={each}
              checked={each === choice}
              onChange={() => actions.chooseKey(each)}
            />
            <span>
              {keyParameters[each].label}
              {each === present && <span class="tag">{texts.sameAsNow}</span>}
              <span class="small muted choice-note">{keyParameters[each].note}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <button type="button" class="button button-main" onClick={() => actions.go("passphrase")}>
        {texts.next}
      </button>
    </>
  );
}
