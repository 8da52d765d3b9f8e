import type { Level } from "../verdict/verdict.ts";

/** The levels that are worth a notification, in the order in which a certificate usually reaches them. */
export const notifiedLevels = ["due", "urgent", "expired", "broken"] as const;
export type NotifiedLevel = (typeof notifiedLevels)[number];

/** A certificate that is not valid yet is refused by browsers as a broken one is. */
export const notifiedLevel = (level: Level): NotifiedLevel | undefined =>
  level === "not-yet-valid" ? "broken" : notifiedLevels.find((one) => one === level);
