import { isHelpCenter, type Settings } from "../../platform/settings.ts";
import { type DaysDraft, type DaysProblem, daysDraftOf, daysProblemsOf, thresholdsOf } from "../parts/days-draft.ts";

/** The settings that are typed; what is switched is saved at once. */
export type TypedSettings = Pick<Settings, "thresholds" | "helpCenter">;

/** The settings as the form holds them: what was typed. */
export interface SettingsDraft extends DaysDraft {
  readonly helpCenter: string;
}

export type DraftProblem = DaysProblem | "help-center";
export type DraftProblems = Readonly<Partial<Record<keyof SettingsDraft, DraftProblem>>>;

export const draftOf = ({ thresholds, helpCenter }: TypedSettings): SettingsDraft => ({
  ...daysDraftOf(thresholds),
  helpCenter,
});

/** What is wrong with the draft, field by field; empty when it can be saved. */
export function problemsOf(draft: SettingsDraft): DraftProblems {
  return {
    ...daysProblemsOf(draft),
    ...(!isHelpCenter(draft.helpCenter.trim()) && { helpCenter: "help-center" }),
  };
}

/** The settings of a draft without problems; `undefined` while it has one. */
export function settingsOf(draft: SettingsDraft): TypedSettings | undefined {
  if (Object.keys(problemsOf(draft)).length > 0) return undefined;
  return {
    thresholds: thresholdsOf(draft),
    helpCenter: draft.helpCenter.trim(),
  };
}
