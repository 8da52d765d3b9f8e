import type { ComponentChildren } from "preact";
import { colonHex } from "../../../../shared/certificate/fingerprint.ts";
import { renewalTexts as texts } from "../messages/en/renewal.ts";
import { CopyButton } from "../parts/copy-button.tsx";
import { DoneIcon, SaveIcon } from "../parts/icons.tsx";
import { OutdatedNote } from "./outdated-note.tsx";
import { isOutdated } from "./renew.ts";
import type { RenewalProps } from "./renewal.tsx";

export function SaveStep({ state, actions }: RenewalProps) {
  const { made } = state;
  if (made === undefined) return null;
  const { material, keySaved, requestSaved } = made;
  return (
    <>
      {isOutdated(state) && <OutdatedNote restore={actions.useMadeNames} />}
      <p>{texts.saveLead}</p>
      <div class="files">
        <SavedFile
          title={texts.keyFile}
          what={texts.keyFileWhat}
          file={material.files.key}
          saved={keySaved}
          save={actions.saveKey}
          main
        />
        <SavedFile
          title={texts.requestFile}
          what={texts.requestFileWhat}
          file={material.files.request}
          saved={requestSaved}
          save={actions.saveRequest}
        >
          <CopyButton
            text={() => material.requestPem}
            label={texts.copyRequest}
            subject={texts.copyRequestSubject}
            class="button"
          />
        </SavedFile>
      </div>
      <details class="small">
        <summary>{texts.keyMark}</summary>
        <p class="muted">{texts.keyMarkHelp}</p>
        <p class="row">
          <code>{colonHex(material.spkiSha256)}</code>
          <CopyButton text={() => colonHex(material.spkiSha256)} subject={texts.keyMarkSubject} />
        </p>
      </details>
      <button type="button" class={keySaved ? "button button-main" : "button"} onClick={() => actions.go("order")}>
        {texts.next}
      </button>
    </>
  );
}

interface SavedFileProps {
  readonly title: string;
  readonly what: string;
  readonly file: string;
  readonly saved: boolean;
  readonly save: () => void;
  readonly main?: boolean;
  readonly children?: ComponentChildren;
}

function SavedFile({ title, what, file, saved, save, main = false, children }: SavedFileProps) {
  return (
    <section class="file stack stack-tight">
      <h3>{title}</h3>
      <p class="small muted">{what}</p>
      <div class="row">
        <button type="button" class={main && !saved ? "button button-main" : "button"} onClick={save}>
          <SaveIcon />
          {saved ? texts.saveAgain : texts.saveKey(file)}
          {saved && <span class="only-spoken"> {file}</span>}
        </button>
        {children}
      </div>
      <p role="status" class="small file-saved">
        {saved && (
          <>
            <DoneIcon /> {texts.saved}
          </>
        )}
      </p>
    </section>
  );
}
