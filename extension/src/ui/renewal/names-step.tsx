import { useState } from "preact/hooks";
import { unicodeHost } from "../../../../shared/certificate/host-names.ts";
import type { NameProblem, RequestName } from "../../../../shared/request/request-names.ts";
import { renewalTexts as texts } from "../messages/en/renewal.ts";
import { RemoveIcon } from "../parts/icons.tsx";
import { Untrusted } from "../parts/untrusted.tsx";
import { OutdatedNote } from "./outdated-note.tsx";
import { isOutdated } from "./renew.ts";
import type { RenewalProps } from "./renewal.tsx";

/** More are drawn when asked for: a certificate may hold thousands. */
const portion = 100;

export function NamesStep({ state, actions }: RenewalProps) {
  const { names, known, subject, useSubject } = state;
  const [typed, setTyped] = useState("");
  const [shown, setShown] = useState(portion);
  const add = () => {
    if (typed.trim() === "") return;
    actions.addNames(typed);
    setTyped("");
  };
  const hidden = names.names.length - shown;
  return (
    <>
      {isOutdated(state) && <OutdatedNote restore={actions.useMadeNames} />}
      <p>{known.kind === "seen" ? texts.namesLead : texts.namesLeadByHand}</p>
      <div class="row">
        <p role="status" class="names-count">
          {names.names.length === 0 ? texts.noNames : texts.namesCount(names.names.length)}
        </p>
        {names.earlier.length > 0 && (
          <button type="button" class="button button-plain" onClick={actions.undoNames}>
            {texts.undo}
          </button>
        )}
      </div>
      <ul class="names quiet-list">
        {names.names.slice(0, shown).map((name, index) => (
          <NameRow key={name.value} name={name} first={index === 0} remove={actions.removeName} />
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" class="button button-plain" onClick={() => setShown(shown + portion)}>
          {texts.showMore(hidden)}
        </button>
      )}
      <form
        class="names-add"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <div class="field">
          <label for="add-names">{texts.add}</label>
          <textarea
            id="add-names"
            class="input"
            rows={2}
            value={typed}
            spellcheck={false}
            autocomplete="off"
            aria-describedby="add-names-help"
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || event.shiftKey) return;
              event.preventDefault();
              add();
            }}
          />
          <p id="add-names-help" class="small muted">
            {texts.addHelp}
          </p>
        </div>
        <button type="submit" class="button">
          {texts.addButton}
        </button>
      </form>
      <Problems problems={names.problems} />
      {subject !== undefined && (
        <div>
          <label class="choice">
            <input
              type="checkbox"
              checked={useSubject}
              onChange={({ currentTarget }) => actions.useSubject(currentTarget.checked)}
            />
            <span>
              {texts.organisation}: <Untrusted text={Object.values(subject).join(", ")} />
              <span class="small muted choice-note">{texts.organisationHelp}</span>
            </span>
          </label>
        </div>
      )}
      <button
        type="button"
        class="button button-main"
        disabled={names.names.length === 0}
        onClick={() => actions.go("key")}
      >
        {texts.next}
      </button>
    </>
  );
}

interface NameRowProps {
  readonly name: RequestName;
  readonly first: boolean;
  readonly remove: (value: string) => void;
}

function NameRow({ name: { kind, value }, first, remove }: NameRowProps) {
  const unicode = kind === "dns" ? unicodeHost(value) : value;
  return (
    <li>
      <span>
        <Untrusted text={value} />
        {unicode !== value && (
          <span class="muted">
            {" "}
            (<Untrusted text={unicode} />)
          </span>
        )}
        {first && <span class="small muted"> {texts.commonName}</span>}
      </span>
      <button
        type="button"
        class="button button-plain"
        title={texts.remove}
        aria-label={texts.removeNamed(value)}
        onClick={() => remove(value)}
      >
        <RemoveIcon />
      </button>
    </li>
  );
}

const mostProblems = 20;

function Problems({ problems }: { readonly problems: readonly NameProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <div class="note note-mind" role="alert">
      <p>{texts.notTaken}</p>
      <ul class="guide-list">
        {problems.slice(0, mostProblems).map(({ entry, code }) => (
          <li key={entry}>
            <Untrusted text={entry} />: {texts.nameProblems[code]}
          </li>
        ))}
      </ul>
      {problems.length > mostProblems && <p>{texts.moreProblems(problems.length - mostProblems)}</p>}
    </div>
  );
}
