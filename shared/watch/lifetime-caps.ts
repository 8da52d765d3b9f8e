/** The longest validity of a public certificate, by the day of issue. */
export interface LifetimeCap {
  /** Issued on or after this day (ISO date, UTC). */
  readonly from: string;
  readonly days: number;
}

/** The steps that the authorities and browsers have agreed on (ballot SC-081v3). */
export const lifetimeCaps: readonly LifetimeCap[] = [
  { from: "2026-03-15", days: 200 },
  { from: "2027-03-15", days: 100 },
  { from: "2029-03-15", days: 47 },
];

export const lifetimeCapSource = {
  title: "CA/Browser Forum, Baseline Requirements for TLS server certificates 2.2.6, section 6.3.2",
  url: "https://github.com/cabforum/servercert/blob/main/docs/BR.md#632-certificate-operational-periods-and-key-pair-usage-periods",
  checked: "2026-11-22",
} as const;
