/** Our judgement of an observation, gravest last but for `unknown`, which says that nothing could be seen. */
export const levels = ["ok", "due", "urgent", "broken", "not-yet-valid", "expired", "unknown"] as const;
export type Level = (typeof levels)[number];

/** Why a level was given. Every code has a text in `messages/`; one without does not compile. */
export type Reason =
  | { readonly code: "renewal-due"; readonly because: "days" | "third-of-life"; readonly days: number }
  | { readonly code: "renewal-urgent"; readonly because: "days" | "tenth-of-life"; readonly days: number }
  | { readonly code: "expired" }
  | { readonly code: "not-yet-valid" }
  | { readonly code: "outside-validity"; readonly detail: string }
  /** `undefined`: the certificate itself was not seen. */
  | { readonly code: "untrusted"; readonly selfSigned: boolean | undefined }
  | { readonly code: "wrong-name"; readonly host: string }
  | { readonly code: "revoked" }
  | { readonly code: "refused"; readonly detail: string }
  | { readonly code: "weak-key"; readonly key: string }
  | { readonly code: "weak-signature"; readonly algorithm: string }
  | { readonly code: "distrusted-issuer"; readonly issuer: string; readonly since: string }
  | { readonly code: "impossible-dates" }
  | { readonly code: "unreadable"; readonly detail: string }
  | { readonly code: "unseen" };

export interface Verdict {
  readonly level: Level;
  /** Gravest first; empty for `ok`. */
  readonly reasons: readonly Reason[];
  /** Epoch milliseconds and durations in milliseconds; absent where no dates are known. */
  readonly notBefore?: number;
  readonly notAfter?: number;
  /** `notAfter − now`; negative when it has passed. */
  readonly remaining?: number;
  /** `notAfter − notBefore`. */
  readonly lifetime?: number;
}

/** When a certificate becomes due and urgent; whichever of days and share of the lifetime comes later in time. */
export interface Thresholds {
  readonly dueDays: number;
  readonly urgentDays: number;
}

export const defaultThresholds: Thresholds = { dueDays: 30, urgentDays: 7 };
