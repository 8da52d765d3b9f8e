import { useId, useState } from "preact/hooks";
import { pkcs12ProblemText, addTexts as texts } from "../../messages/en/add.ts";
import type { FileContent } from "./add-state.ts";

interface PassphraseFormProps {
  readonly content: Extract<FileContent, { readonly kind: "locked" }>;
  readonly onOpen: (passphrase: string) => void;
}

/** Asks for a file's passphrase where the file stands. It is in the field only, and gone from there when it is used. */
export function PassphraseForm({ content: { opening, problem }, onOpen }: PassphraseFormProps) {
  const [passphrase, setPassphrase] = useState("");
  const id = useId();
  const open = (): void => {
    onOpen(passphrase);
    setPassphrase("");
  };
  // No form of its own: one cannot stand within another.
  return (
    <div class="stack stack-tight">
      <p class="small">{texts.passphraseLead}</p>
      <div class="field">
        <label for={id}>{texts.passphrase}</label>
        <div class="add-passphrase">
          <input
            id={id}
            class="input"
            type="password"
            autocomplete="off"
            value={passphrase}
            disabled={opening}
            aria-invalid={problem !== undefined}
            {...(problem !== undefined && { "aria-describedby": `${id}-problem` })}
            onInput={({ currentTarget }) => setPassphrase(currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              open();
            }}
          />
          <button type="button" class="button" disabled={opening} onClick={open}>
            {opening ? texts.opening : texts.open}
          </button>
        </div>
        {problem !== undefined && (
          <p id={`${id}-problem`} class="problem" role="alert">
            {pkcs12ProblemText(problem)}
          </p>
        )}
      </div>
      <p class="small muted">{texts.opened}</p>
    </div>
  );
}
