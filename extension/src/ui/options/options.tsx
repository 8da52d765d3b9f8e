import type { AccessState } from "../access/access-state.ts";
import { FlagSteps } from "../access/flag-steps.tsx";
import { type HostActions, HostPanel, type HostView } from "../access/host-panel.tsx";
import type { AccessActions } from "../access/use-access.ts";
import { accessTexts } from "../messages/en/access.ts";
import { optionsTexts as texts } from "../messages/en/options.ts";
import { PageFrame } from "../parts/page-frame.tsx";
import { TextField } from "../parts/text-field.tsx";
import { type DraftProblem, problemsOf, type SettingsDraft } from "./settings-draft.ts";

export interface OptionsState {
  /** Absent until the settings are read. */
  readonly draft?: SettingsDraft;
  readonly outcome: "none" | "saved" | "not-saved" | "failed";
  readonly access?: AccessState | undefined;
  readonly host?: HostView | undefined;
}

export interface OptionsActions extends AccessActions, HostActions {
  readonly change: (draft: SettingsDraft) => void;
  readonly save: () => void;
}

interface OptionsProps {
  readonly state: OptionsState;
  readonly actions: OptionsActions;
}

export function Options({ state: { draft, outcome, access, host }, actions }: OptionsProps) {
  return (
    <PageFrame title={texts.title} width="narrow">
      <div class="stack">
        {draft === undefined ? (
          <p>{texts.loading}</p>
        ) : (
          <SettingsForm draft={draft} outcome={outcome} actions={actions} />
        )}
        {access !== undefined && <Access access={access} actions={actions} />}
        {host !== undefined && <HostPanel host={host} actions={actions} />}
      </div>
    </PageFrame>
  );
}

interface SettingsFormProps {
  readonly draft: SettingsDraft;
  readonly outcome: OptionsState["outcome"];
  readonly actions: OptionsActions;
}

function SettingsForm({ draft, outcome, actions }: SettingsFormProps) {
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

const outcomeTexts: Readonly<Record<OptionsState["outcome"], string>> = {
  none: "",
  saved: texts.saved,
  "not-saved": texts.notSaved,
  failed: texts.failed,
};

function Access({ access, actions }: { readonly access: AccessState; readonly actions: AccessActions }) {
  return (
    <section class="panel stack">
      <h2>{texts.access}</h2>
      <p>{access.siteAccess ? accessTexts.given : accessTexts.notGiven}</p>
      <p>{accessTexts.state[access.certificates]}</p>
      {access.siteAccess ? (
        <button type="button" class="button" onClick={actions.takeBack}>
          {accessTexts.takeBack}
        </button>
      ) : (
        <button type="button" class="button button-main" onClick={actions.allow}>
          {accessTexts.allow}
        </button>
      )}
      <p role="status">{lastText(access)}</p>
      {access.certificates === "flag-off" && <FlagSteps />}
    </section>
  );
}

function lastText({ last, siteAccess }: AccessState): string {
  if (last === "refused" && !siteAccess) return accessTexts.refused;
  return last === "taken-back" && !siteAccess ? accessTexts.takenBack : "";
}
