import { useId, useState } from "preact/hooks";
import { longestText } from "../../../../../shared/watch/user-text.ts";
import type { WatchedHost } from "../../../../../shared/watch/watched-host.ts";
import type { HostDetailsActions } from "./host-details-actions.ts";
import { OutcomeLine } from "./outcome-line.tsx";
import { useFieldEdit, useLeaving } from "./use-field-edit.ts";

interface TextEditProps {
  readonly label: string;
  readonly help?: string;
  readonly name: "note" | "owner";
  readonly host: WatchedHost;
  readonly edit: HostDetailsActions["edit"];
}

/** A note or an owner, saved when it is left. What is typed stays until it is saved, whatever changes around it. */
export function TextEdit({ label, help, name, host, edit }: TextEditProps) {
  const id = useId();
  const field = useFieldEdit(host, edit);
  const [typed, setTyped] = useState<string>();
  const save = async (): Promise<void> => {
    if (typed === undefined || field.outcome.kind === "saving") return;
    if (await field.save({ [name]: typed })) setTyped((now) => (now === typed ? undefined : now));
  };
  useLeaving(() => void save());
  const shared = {
    id,
    class: "input",
    value: typed ?? host[name],
    maxLength: longestText,
    "aria-describedby": help === undefined ? undefined : `${id}-help`,
    "aria-invalid": field.outcome.kind === "problem",
    onBlur: () => void save(),
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {name === "note" ? (
        <textarea {...shared} rows={3} onInput={({ currentTarget }) => setTyped(currentTarget.value)} />
      ) : (
        <input
          {...shared}
          type="text"
          autocomplete="off"
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          onKeyDown={({ key }) => key === "Enter" && void save()}
        />
      )}
      {help !== undefined && (
        <p id={`${id}-help`} class="small muted">
          {help}
        </p>
      )}
      <OutcomeLine field={field} onAgain={() => void save()} />
    </div>
  );
}
