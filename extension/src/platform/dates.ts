import type { Calendar } from "../../../shared/watch/calendar.ts";

const day = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });

/** A date of the user's locale from epoch milliseconds, e.g. `15 Dec 2026`. */
export const formatDay = (time: number): string => day.format(time);

/** Months and days as the user's time zone has them, whatever its clock changes. */
export const localCalendar: Calendar = {
  monthStart: (time, offset) => {
    const at = new Date(time);
    return new Date(at.getFullYear(), at.getMonth() + offset, 1).getTime();
  },
  dayStart: (time, offset) => {
    const at = new Date(time);
    return new Date(at.getFullYear(), at.getMonth(), at.getDate() + offset).getTime();
  },
};
