import { renewalTexts as texts } from "../messages/en/renewal.ts";

/** Says that what was made no longer is what is chosen, and offers the way back. */
export function OutdatedNote({ restore }: { readonly restore: () => void }) {
  return (
    <div class="note note-mind stack stack-tight" role="alert">
      <p>{texts.outdated}</p>
      <button type="button" class="button" onClick={restore}>
        {texts.outdatedBack}
      </button>
    </div>
  );
}
