/** When a day as date fields write it (`2026-12-15`) begins in the user's time zone, epoch milliseconds; undefined for what is none. */
export function startOfDay(typed: string): number | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(typed) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const at = new Date(Number(year), Number(month) - 1, Number(day));
  return dayOf(at.getTime()) === typed ? at.getTime() : undefined;
}

/** The day of a moment, as date fields write it. */
export function dayOf(time: number): string {
  const at = new Date(time);
  const digits = (number: number, length: number) => String(number).padStart(length, "0");
  return `${digits(at.getFullYear(), 4)}-${digits(at.getMonth() + 1, 2)}-${digits(at.getDate(), 2)}`;
}
