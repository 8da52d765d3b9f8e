import { useId } from "preact/hooks";

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly help?: string;
  readonly problem?: string | undefined;
  readonly type?: "text" | "password" | "url" | "date";
  readonly inputMode?: "numeric" | "url" | "text";
  readonly autocomplete?: string;
  /** In characters, where the value is short. */
  readonly width?: number;
}

/** A labelled field; its help and its problem are read out with it. */
export function TextField({
  label,
  value,
  onInput,
  help,
  problem,
  type = "text",
  inputMode,
  autocomplete = "off",
  width,
}: TextFieldProps) {
  const id = useId();
  const described = [help !== undefined ? `${id}-help` : "", problem !== undefined ? `${id}-problem` : ""].filter(
    (part) => part !== "",
  );
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="input"
        type={type}
        value={value}
        autocomplete={autocomplete}
        spellcheck={false}
        {...(inputMode !== undefined && { inputMode })}
        {...(width !== undefined && { style: { maxWidth: `${width + 4}ch` } })}
        {...(described.length > 0 && { "aria-describedby": described.join(" ") })}
        aria-invalid={problem !== undefined}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
      {help !== undefined && (
        <p id={`${id}-help`} class="small muted">
          {help}
        </p>
      )}
      {problem !== undefined && (
        <p id={`${id}-problem`} class="problem">
          {problem}
        </p>
      )}
    </div>
  );
}
