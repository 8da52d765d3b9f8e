import { useState } from "preact/hooks";
import { popupTexts as texts } from "../messages/en/popup.ts";
import { CopyButton } from "./copy-button.tsx";
import { Untrusted } from "./untrusted.tsx";
import "./name-list.css";

const firstFew = 3;
/** A certificate may carry 10,000 names: they are drawn a portion at a time, so that the screen stays quick. */
const portion = 100;

/** The certificate's names: the first few, the rest when asked for. */
export function NameList({ names }: { readonly names: readonly string[] }) {
  const [shown, setShown] = useState(firstFew);
  const hidden = names.length - shown;
  if (names.length === 0) return <span class="muted">{texts.noNames}</span>;
  return (
    <div class={shown > firstFew ? "names names-open" : "names"}>
      <ul class="quiet-list">
        {names.slice(0, shown).map((name) => (
          <li key={name}>
            <Untrusted text={name} />
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <button
          type="button"
          class="button button-plain"
          onClick={() => setShown(shown === firstFew ? portion : shown + portion)}
        >
          {texts.more(hidden.toLocaleString())}
        </button>
      )}
      {shown > firstFew && <CopyButton text={() => names.join("\n")} label={texts.copyNames} />}
    </div>
  );
}
