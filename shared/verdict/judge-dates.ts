import type { Level, Reason, Thresholds } from "./verdict.ts";

export const day = 86_400_000;

/** Epoch milliseconds. */
export interface Dates {
  readonly notBefore: number;
  readonly notAfter: number;
}

/**
 * What the dates alone say at `now` (epoch milliseconds). `notAfter` counts as valid until its second is over
 * (RFC 5280 §4.1.2.5: the period includes both ends).
 */
export function judgeDates(
  { notBefore, notAfter }: Dates,
  now: number,
  { dueDays, urgentDays }: Thresholds,
): { readonly level: Level; readonly reasons: readonly Reason[] } {
  const impossible: readonly Reason[] = notAfter < notBefore ? [{ code: "impossible-dates" }] : [];
  if (now >= notAfter + 1000) return { level: "expired", reasons: [{ code: "expired" }, ...impossible] };
  if (now < notBefore) return { level: "not-yet-valid", reasons: [{ code: "not-yet-valid" }, ...impossible] };
  const remaining = notAfter - now;
  const lifetime = notAfter - notBefore;
  if (remaining <= Math.min(urgentDays * day, lifetime / 10)) {
    const because = urgentDays * day <= lifetime / 10 ? "days" : "tenth-of-life";
    return { level: "urgent", reasons: [{ code: "renewal-urgent", because, days: urgentDays }] };
  }
  if (remaining <= Math.min(dueDays * day, lifetime / 3)) {
    const because = dueDays * day <= lifetime / 3 ? "days" : "third-of-life";
    return { level: "due", reasons: [{ code: "renewal-due", because, days: dueDays }] };
  }
  return { level: "ok", reasons: [] };
}
