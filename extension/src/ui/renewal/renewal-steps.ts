/** The steps of the page, in order. */
export const renewalSteps = ["route", "names", "key", "passphrase", "save", "order", "install"] as const;
export type RenewalStep = (typeof renewalSteps)[number];

export type StepState = "done" | "now" | "next";
