import { type Dates, day } from "../verdict/judge-dates.ts";
import type { Thresholds } from "../verdict/verdict.ts";

/** The moments at which a certificate becomes `due` and `urgent`, as `judgeDates` counts them (epoch milliseconds). */
export const dueAt = ({ notBefore, notAfter }: Dates, { dueDays }: Thresholds): number =>
  notAfter - Math.min(dueDays * day, (notAfter - notBefore) / 3);

export const urgentAt = ({ notBefore, notAfter }: Dates, { urgentDays }: Thresholds): number =>
  notAfter - Math.min(urgentDays * day, (notAfter - notBefore) / 10);
