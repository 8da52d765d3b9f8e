import type { Thresholds } from "../../../../shared/verdict/verdict.ts";

/** Thresholds as they are typed. */
export type DaysDraft = Readonly<Record<keyof Thresholds, string>>;
export type DaysProblem = "days" | "urgent-after-due";

export const daysDraftOf = ({ dueDays, urgentDays }: Thresholds): DaysDraft => ({
  dueDays: String(dueDays),
  urgentDays: String(urgentDays),
});

const wholeDays = (typed: string): number | undefined => {
  const days = /^\d{1,3}$/.test(typed.trim()) ? Number(typed.trim()) : 0;
  return days >= 1 && days <= 365 ? days : undefined;
};

/** What is wrong with typed thresholds, field by field; empty when they are sound. */
export function daysProblemsOf(draft: DaysDraft): Readonly<Partial<Record<keyof Thresholds, DaysProblem>>> {
  const due = wholeDays(draft.dueDays);
  const urgent = wholeDays(draft.urgentDays);
  return {
    ...(due === undefined && { dueDays: "days" }),
    ...(urgent === undefined && { urgentDays: "days" }),
    ...(due !== undefined && urgent !== undefined && urgent > due && { urgentDays: "urgent-after-due" }),
  };
}

/** The thresholds of a sound draft. */
export const thresholdsOf = ({ dueDays, urgentDays }: DaysDraft): Thresholds => ({
  dueDays: Number(dueDays),
  urgentDays: Number(urgentDays),
});
