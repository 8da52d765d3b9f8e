import { starttlsPorts, starttlsProtocols } from "../../../../../shared/handshake/starttls/protocols.ts";
import { incomingProblemText } from "../../../../../shared/messages/en/incoming.ts";
import { storeProblemText } from "../../../store/problem-text.ts";
import { addTexts as texts } from "../../messages/en/add.ts";
import { UploadIcon } from "../../parts/icons.tsx";
import { TextField } from "../../parts/text-field.tsx";
import { type AddPreview, addingOf } from "./add-preview.ts";
import type { AddState } from "./add-state.ts";
import { AddedView } from "./added-view.tsx";
import { FileList } from "./file-list.tsx";
import { LeaveQuestion } from "./leave-question.tsx";
import { PreviewView } from "./preview-view.tsx";
import type { AddActions } from "./use-add.ts";

export interface AddScreenActions extends AddActions {
  /** Leaves, and asks before where something would be lost. */
  readonly leave: () => void;
  readonly close: () => void;
}

export interface AddScreenProps {
  readonly state: AddState;
  readonly preview: AddPreview;
  readonly actions: AddScreenActions;
}

export function AddScreen(props: AddScreenProps) {
  const { outcome, leaving } = props.state;
  if (leaving)
    return <LeaveQuestion onLeave={props.actions.close} onStay={() => props.actions.change({ leaving: false })} />;
  if (outcome.kind === "added" || outcome.kind === "undone")
    return <AddedView outcome={outcome} actions={props.actions} />;
  return <AddForm {...props} />;
}

function AddForm({ state, preview, actions }: AddScreenProps) {
  const { outcome } = state;
  const adding = addingOf(preview, state);
  const cannot = adding === "none" || outcome.kind === "adding" || state.watched === undefined;
  return (
    <form
      class="add-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!cannot) actions.add();
      }}
    >
      <div class="add-body">
        <div class="stack add-entry">
          <TextEntry state={state} preview={preview} actions={actions} />
          <FileList files={state.files} actions={actions} />
          <ForAll state={state} actions={actions} />
        </div>
        <PreviewView preview={preview} isEmpty={isEmpty(state)} onMend={actions.mend} />
      </div>
      <footer class="add-foot">
        {outcome.kind === "failed" && (
          <p class="note note-stop" role="alert">
            {outcome.problem === undefined ? texts.failed : storeProblemText(outcome.problem)}
          </p>
        )}
        {state.asksForNotifications && adding === "hosts" && <p class="note">{texts.notifications}</p>}
        <p class="row add-buttons">
          <button type="submit" class="button button-main" aria-disabled={cannot}>
            {outcome.kind === "adding" ? texts.adding : buttonText(adding, preview)}
          </button>
          <button type="button" class="button" onClick={actions.leave}>
            {texts.cancel}
          </button>
        </p>
      </footer>
    </form>
  );
}

const isEmpty = ({ text, files }: AddState): boolean => text.trim() === "" && files.length === 0;

function buttonText(adding: ReturnType<typeof addingOf>, { plan }: AddPreview): string {
  switch (adding) {
    case "hosts":
      return texts.addHosts(plan.fresh.length);
    case "certificates":
      return texts.addCertificates(plan.leaves.length);
    case "details":
      return texts.addDetails(plan.watched.length);
    case "none":
      return texts.add;
  }
}

function TextEntry({ state, preview: { textProblem }, actions }: AddScreenProps) {
  return (
    <div class="field">
      <label for="add-text">{texts.text}</label>
      <textarea
        id="add-text"
        class="input add-text"
        rows={7}
        spellcheck={false}
        autocapitalize="off"
        placeholder={texts.textExample}
        value={state.text}
        aria-describedby={textProblem === undefined ? "add-text-help" : "add-text-problem add-text-help"}
        aria-invalid={textProblem !== undefined}
        onInput={({ currentTarget }) => actions.change({ text: currentTarget.value })}
      />
      {textProblem !== undefined && (
        <p id="add-text-problem" class="problem add-lines">
          {incomingProblemText(textProblem)}
        </p>
      )}
      <p id="add-text-help" class="small muted">
        {texts.textHelp}
      </p>
      <ChooseFiles onFiles={actions.addFiles} />
    </div>
  );
}

/** The input itself keeps its place in the order of the keyboard; its label is drawn as the button. */
function ChooseFiles({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  return (
    <p class="add-choose">
      <input
        id="add-files"
        class="only-spoken"
        type="file"
        multiple
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // The same file can be chosen again after it was mended.
          currentTarget.value = "";
        }}
      />
      <label for="add-files" class="button">
        <UploadIcon />
        {texts.choose}
      </label>
    </p>
  );
}

function ForAll({ state, actions }: Pick<AddScreenProps, "state" | "actions">) {
  return (
    <details class="add-for-all">
      <summary>{texts.forAll}</summary>
      <div class="stack">
        <div class="field">
          <label for="add-protocol">{texts.protocol}</label>
          <select
            id="add-protocol"
            class="input"
            value={state.starttls ?? ""}
            aria-describedby="add-protocol-help"
            onChange={({ currentTarget: { value } }) =>
              actions.chooseProtocol(starttlsProtocols.find((one) => one === value))
            }
          >
            <option value="">{texts.fromTheStart}</option>
            {starttlsProtocols.map((protocol) => (
              <option key={protocol} value={protocol}>
                {texts.starttls(protocol, starttlsPorts[protocol])}
              </option>
            ))}
          </select>
          <p id="add-protocol-help" class="small muted">
            {texts.protocolHelp}
          </p>
        </div>
        <TextField label={texts.owner} value={state.owner} onInput={(owner) => actions.change({ owner })} />
        <TextField
          label={texts.tags}
          help={texts.tagsHelp}
          value={state.tags}
          onInput={(tags) => actions.change({ tags })}
        />
      </div>
    </details>
  );
}
