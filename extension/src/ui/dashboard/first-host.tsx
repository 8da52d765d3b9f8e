import { useState } from "preact/hooks";
import { dashboardTexts as texts } from "../messages/en/dashboard.ts";
import { Ring } from "../parts/ring.tsx";
import { TextField } from "../parts/text-field.tsx";

interface FirstHostProps {
  /** Takes what was written; false where it names no host. */
  readonly onAdd: (host: string) => boolean;
  readonly onAddMany: () => void;
}

/** The list before anything is on it. */
export function FirstHost({ onAdd, onAddMany }: FirstHostProps) {
  const [host, setHost] = useState("");
  const [isRefused, setIsRefused] = useState(false);
  return (
    <section class="panel first-host">
      <Ring level="due" left={0.33} size={80} />
      <div class="stack">
        <h2>{texts.firstTitle}</h2>
        <p>{texts.firstWhy}</p>
        <form
          class="first-form"
          onSubmit={(event) => {
            event.preventDefault();
            setIsRefused(!onAdd(host));
          }}
        >
          <TextField
            label={texts.firstHost}
            value={host}
            inputMode="url"
            problem={isRefused ? texts.firstProblem : undefined}
            onInput={(value) => {
              setHost(value);
              setIsRefused(false);
            }}
          />
          <p class="row">
            <button type="submit" class="button button-main">
              {texts.firstAdd}
            </button>
            <button type="button" class="button" onClick={onAddMany}>
              {texts.addMany}
            </button>
          </p>
        </form>
        <p class="muted">{texts.firstOther}</p>
      </div>
    </section>
  );
}
