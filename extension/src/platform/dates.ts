const day = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });

/** A date of the user's locale from epoch milliseconds, e.g. `15 Dec 2026`. */
export const formatDay = (time: number): string => day.format(time);
