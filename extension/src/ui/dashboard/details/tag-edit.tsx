import { useId, useState } from "preact/hooks";
import { visibleText } from "../../../../../shared/display/visible-text.ts";
import { cleanTags } from "../../../../../shared/watch/user-text.ts";
import type { WatchedHost } from "../../../../../shared/watch/watched-host.ts";
import { detailsTexts as texts } from "../../messages/en/host-details.ts";
import { RemoveIcon } from "../../parts/icons.tsx";
import { Untrusted } from "../../parts/untrusted.tsx";
import type { HostDetailsActions } from "./host-details-actions.ts";
import { OutcomeLine } from "./outcome-line.tsx";
import { useFieldEdit, useLeaving } from "./use-field-edit.ts";

interface TagEditProps {
  readonly host: WatchedHost;
  readonly edit: HostDetailsActions["edit"];
}

/** The tags as chips; each change is saved at once. */
export function TagEdit({ host, edit }: TagEditProps) {
  const id = useId();
  const field = useFieldEdit(host, edit);
  const [typed, setTyped] = useState("");
  // Tags may be added faster than they are written: the next one counts on those before it.
  const [wanted, setWanted] = useState<readonly string[]>();
  const tags = wanted ?? host.tags;

  const save = async (next: readonly string[], refused = ""): Promise<void> => {
    setWanted(next);
    const saved = await field.save({ tags: next });
    setWanted((now) => (now === next || !saved ? undefined : now));
    if (!saved && refused !== "") setTyped((now) => (now === "" ? refused : now));
  };
  const add = (text: string): void => {
    setTyped("");
    const next = cleanTags([...tags, ...text.split(/[,;]/)]);
    if (text.trim() !== "") void save(next, text);
  };
  useLeaving(() => add(typed));

  return (
    <div class="field">
      <label for={id}>{texts.tags}</label>
      <div class="details-tags">
        {tags.map((tag) => (
          <span key={tag} class="details-tag small">
            <Untrusted text={tag} />
            <button
              type="button"
              aria-label={texts.removeTag(visibleText(tag))}
              onClick={() => void save(tags.filter((each) => each !== tag))}
            >
              <RemoveIcon />
            </button>
          </span>
        ))}
        <input
          id={id}
          class="input"
          type="text"
          value={typed}
          placeholder={texts.addTag}
          autocomplete="off"
          aria-describedby={`${id}-help`}
          onInput={({ currentTarget: { value } }) => (/[,;]/.test(value) ? add(value) : setTyped(value))}
          onBlur={() => add(typed)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.isComposing) {
              event.preventDefault();
              add(typed);
            }
            if (event.key === "Backspace" && typed === "" && tags.length > 0) void save(tags.slice(0, -1));
          }}
        />
      </div>
      <p id={`${id}-help`} class="small muted">
        {texts.tagsHelp}
      </p>
      <OutcomeLine field={field} />
    </div>
  );
}
