import { isHelpCenter, type Settings } from "../../platform/settings.ts";

/** The settings that are typed; what is switched is saved at once. */
export type TypedSettings = Pick<Settings, "thresholds" | "helpCenter">;

/** The settings as the form holds them: what was typed. */
export interface SettingsDraft {
  readonly dueDays: string;
  readonly urgentDays: string;
  readonly helpCenter: string;
}

export type DraftProblem = "days" | "urgent-after-due" | "help-center";
export type DraftProblems = Readonly<Partial<Record<keyof SettingsDraft, DraftProblem>>>;

export const draftOf = ({ thresholds, helpCenter }: TypedSettings): SettingsDraft => ({
  dueDays: String(thresholds.dueDays),
  urgentDays: String(thresholds.urgentDays),
  helpCenter,
});

const wholeDays = (typed: string): number | undefined => {
  const days = /^\d{1,3}$/.test(typed.trim()) ? Number(typed.trim()) : 0;
  return days >= 1 && days <= 365 ? days : undefined;
};

/** What is wrong with the draft, field by field; empty when it can be saved. */
export function problemsOf(draft: SettingsDraft): DraftProblems {
  const due = wholeDays(draft.dueDays);
  const urgent = wholeDays(draft.urgentDays);
  return {
    ...(due === undefined && { dueDays: "days" }),
    ...(urgent === undefined && { urgentDays: "days" }),
    ...(due !== undefined && urgent !== undefined && urgent > due && { urgentDays: "urgent-after-due" }),
    ...(!isHelpCenter(draft.helpCenter.trim()) && { helpCenter: "help-center" }),
  };
}

/** The settings of a draft without problems; `undefined` while it has one. */
export function settingsOf(draft: SettingsDraft): TypedSettings | undefined {
  if (Object.keys(problemsOf(draft)).length > 0) return undefined;
  return {
    thresholds: { dueDays: Number(draft.dueDays), urgentDays: Number(draft.urgentDays) },
    helpCenter: draft.helpCenter.trim(),
  };
}
