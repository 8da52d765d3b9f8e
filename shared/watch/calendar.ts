/** Where the months and days of a time zone begin; epoch milliseconds in and out. `offset` counts whole months or days. */
export interface Calendar {
  readonly monthStart: (time: number, offset: number) => number;
  readonly dayStart: (time: number, offset: number) => number;
}

export const utcCalendar: Calendar = {
  monthStart: (time, offset) => {
    const at = new Date(time);
    return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + offset, 1);
  },
  dayStart: (time, offset) => {
    const at = new Date(time);
    return Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate() + offset);
  },
};
