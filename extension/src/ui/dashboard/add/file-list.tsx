import { visibleText } from "../../../../../shared/display/visible-text.ts";
import { incomingProblemText } from "../../../../../shared/messages/en/incoming.ts";
import { addTexts as texts } from "../../messages/en/add.ts";
import { RemoveIcon } from "../../parts/icons.tsx";
import { Untrusted } from "../../parts/untrusted.tsx";
import type { AddScreenActions } from "./add-screen.tsx";
import type { AddFile, FileContent } from "./add-state.ts";
import { PassphraseForm } from "./passphrase-form.tsx";

interface FileListProps {
  readonly files: readonly AddFile[];
  readonly actions: Pick<AddScreenActions, "removeFile" | "open">;
}

/** The chosen files, each with what it holds or why it cannot be used. */
export function FileList({ files, actions }: FileListProps) {
  if (files.length === 0) return null;
  return (
    <ul class="quiet-list add-file-list" aria-label={texts.files}>
      {files.map(({ id, name, content }) => (
        <li key={id} class="add-file">
          <p class="add-file-head">
            <strong>
              <Untrusted text={name} />
            </strong>
            <span class="muted small">{holds(content)}</span>
            <button
              type="button"
              class="button button-plain"
              aria-label={texts.remove(visibleText(name, 80))}
              onClick={() => actions.removeFile(id)}
            >
              <RemoveIcon />
            </button>
          </p>
          {content.kind === "refused" && <p class="problem add-lines">{incomingProblemText(content.problem)}</p>}
          {content.kind === "unreadable" && <p class="problem">{texts.unreadable}</p>}
          {content.kind === "locked" && (
            <PassphraseForm content={content} onOpen={(passphrase) => actions.open(id, passphrase)} />
          )}
        </li>
      ))}
    </ul>
  );
}

function holds(content: FileContent): string {
  if (content.kind === "reading") return texts.reading;
  if (content.kind !== "found") return "";
  const { wishes, exported, leaves } = content.found;
  const hosts = wishes.length + exported.length;
  const parts = [
    ...(hosts > 0 ? [texts.fileHosts(hosts)] : []),
    ...(leaves.length > 0 ? [texts.fileCertificates(leaves.length)] : []),
  ];
  return parts.length === 0 ? texts.fileNothing : parts.join(", ");
}
