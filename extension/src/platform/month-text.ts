const written = {
  long: new Intl.DateTimeFormat(undefined, { month: "long", year: "numeric" }),
  short: new Intl.DateTimeFormat(undefined, { month: "short" }),
  narrow: new Intl.DateTimeFormat(undefined, { month: "narrow" }),
  year: new Intl.DateTimeFormat(undefined, { year: "numeric" }),
} as const;

/** A month of the user's locale from a moment in it: `December 2026`, `Dec`, `D`; or its year, `2026`. */
export const monthText = (time: number, length: keyof typeof written): string => written[length].format(time);
