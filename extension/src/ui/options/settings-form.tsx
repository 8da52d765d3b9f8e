import { optionsTexts as texts } from "../messages/en/options.ts";
import { TextField } from "../parts/text-field.tsx";
import { type DraftProblem, problemsOf, type SettingsDraft } from "./settings-draft.ts";

export interface SettingsForm {
  /** Absent until the settings are read. */
  readonly draft?: SettingsDraft;
  readonly outcome: "none" | "saved" | "not-saved" | "failed";
}

export interface SettingsFormActions {
  readonly change: (draft: SettingsDraft) => void;
  readonly save: () => void;
}

interface SettingsFieldsProps {
  readonly draft: SettingsDraft;
  readonly outcome: SettingsForm["outcome"];
  readonly actions: SettingsFormActions;
}

/** The settings that are typed and saved together. */
export function SettingsFields({ draft, outcome, actions }: SettingsFieldsProps) {
  const problems = problemsOf(draft);
  const field = (name: keyof SettingsDraft) => ({
    value: draft[name],
    onInput: (value: string) => actions.change({ ...draft, [name]: value }),
    problem: textOf(problems[name]),
  });
  return (
    <form
      class="panel stack"
      style={{ justifyItems: "stretch" }}
      onSubmit={(event) => {
        event.preventDefault();
        actions.save();
      }}
    >
      <h2>{texts.thresholds}</h2>
      <p class="muted">{texts.thresholdsWhy}</p>
      <TextField label={texts.dueDays} inputMode="numeric" width={5} {...field("dueDays")} />
      <TextField label={texts.urgentDays} inputMode="numeric" width={5} {...field("urgentDays")} />
      <h2>{texts.helpCenter}</h2>
      <TextField label={texts.helpCenterAddress} help={texts.helpCenterWhy} inputMode="url" {...field("helpCenter")} />
      <p class="row">
        <button type="submit" class="button button-main">
          {texts.save}
        </button>
        <span role="status">{outcomeTexts[outcome]}</span>
      </p>
    </form>
  );
}

const textOf = (problem: DraftProblem | undefined): string | undefined =>
  problem === undefined ? undefined : texts.problems[problem];

const outcomeTexts: Readonly<Record<SettingsForm["outcome"], string>> = {
  none: "",
  saved: texts.saved,
  "not-saved": texts.notSaved,
  failed: texts.failed,
};
