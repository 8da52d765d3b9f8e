import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { dashboardTexts as texts } from "../messages/en/dashboard.ts";
import { ReloadIcon, RemoveIcon } from "../parts/icons.tsx";
import { TextField } from "../parts/text-field.tsx";
import type { BulkEdit } from "./bulk-edit.ts";
import type { ExportFormat } from "./export-files.ts";
import { ExportMenu } from "./export-menu.tsx";

export interface BulkActions {
  readonly checkNow: () => void;
  readonly edit: (edit: BulkEdit) => void;
  readonly exportSelected: (format: ExportFormat) => void;
  readonly renewNext: () => void;
  readonly forget: () => void;
  readonly clear: () => void;
}

interface BulkBarProps {
  readonly count: number;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly actions: BulkActions;
}

type Form = "tag" | "owner" | "snooze";

/** What can be done with the selected hosts. */
export function BulkBar({ count, now, actions }: BulkBarProps) {
  const [form, setForm] = useState<Form>();
  const opener = (name: Form, label: string) => (
    <button
      type="button"
      class="button"
      aria-expanded={form === name}
      onClick={() => setForm(form === name ? undefined : name)}
    >
      {label}
    </button>
  );
  const edit = (change: BulkEdit): void => {
    setForm(undefined);
    actions.edit(change);
  };
  return (
    <section class="bulk" aria-label={texts.selected(count)}>
      <div class="bulk-row">
        <strong role="status">{texts.selected(count)}</strong>
        <button type="button" class="button" onClick={actions.checkNow}>
          <ReloadIcon />
          {texts.checkNow}
        </button>
        <button type="button" class="button" onClick={actions.renewNext}>
          {count === 1 ? texts.renew : texts.renewNext}
        </button>
        {opener("snooze", texts.snooze)}
        {opener("tag", texts.tag)}
        {opener("owner", texts.owner)}
        <ExportMenu label={texts.exportSelected} onExport={actions.exportSelected} />
        <button type="button" class="button" onClick={actions.forget}>
          {texts.forget}
        </button>
        <button type="button" class="button button-plain" onClick={actions.clear}>
          <RemoveIcon />
          {texts.clearSelection}
        </button>
      </div>
      {form === "snooze" && <SnoozeForm now={now} onEdit={edit} />}
      {form === "tag" && <TagForm onEdit={edit} />}
      {form === "owner" && <OwnerForm onEdit={edit} />}
    </section>
  );
}

interface FormProps {
  readonly onEdit: (edit: BulkEdit) => void;
}

function Form({ onSubmit, children }: { readonly onSubmit: () => void; readonly children: ComponentChildren }) {
  return (
    <form
      class="bulk-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}

const day = 86_400_000;

function SnoozeForm({ now, onEdit }: FormProps & { readonly now: number }) {
  const [date, setDate] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  const until = date === "" ? Number.NaN : new Date(`${date}T00:00:00`).getTime();
  const submit = (): void => {
    if (until > now) onEdit({ kind: "snooze", until });
    else setIsMissing(true);
  };
  return (
    <Form onSubmit={submit}>
      <button type="button" class="button" onClick={() => onEdit({ kind: "snooze", until: now + 7 * day })}>
        {texts.snoozeWeek}
      </button>
      <button type="button" class="button" onClick={() => onEdit({ kind: "snooze-until-next-level" })}>
        {texts.snoozeUntilDue}
      </button>
      <TextField
        label={texts.snoozeDate}
        type="date"
        value={date}
        width={16}
        problem={isMissing ? texts.noDate : undefined}
        onInput={(value) => {
          setDate(value);
          setIsMissing(false);
        }}
      />
      <button type="submit" class="button">
        {texts.snooze} {texts.snoozeUntil}
      </button>
      <button type="button" class="button" onClick={() => onEdit({ kind: "unsnooze" })}>
        {texts.unsnooze}
      </button>
    </Form>
  );
}

function TagForm({ onEdit }: FormProps) {
  const [tag, setTag] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  const apply = (kind: "tag" | "untag"): void => {
    if (tag.trim() === "") setIsMissing(true);
    else onEdit({ kind, tag: tag.trim() });
  };
  return (
    <Form onSubmit={() => apply("tag")}>
      <TextField
        label={texts.tagName}
        value={tag}
        width={24}
        problem={isMissing ? texts.noTag : undefined}
        onInput={(value) => {
          setTag(value);
          setIsMissing(false);
        }}
      />
      <button type="submit" class="button">
        {texts.addTag}
      </button>
      <button type="button" class="button" onClick={() => apply("untag")}>
        {texts.removeTag}
      </button>
    </Form>
  );
}

function OwnerForm({ onEdit }: FormProps) {
  const [owner, setOwner] = useState("");
  return (
    <Form onSubmit={() => onEdit({ kind: "owner", owner: owner.trim() })}>
      <TextField label={texts.ownerName} value={owner} width={32} onInput={setOwner} />
      <button type="submit" class="button">
        {texts.setOwner}
      </button>
    </Form>
  );
}
