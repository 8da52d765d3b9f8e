import type { Level } from "../../../shared/verdict/verdict.ts";

/** What a level means to a script: 0 in order, 1 to be renewed, 2 wrong or not known. */
export const statusOf: Readonly<Record<Level, 0 | 1 | 2>> = {
  ok: 0,
  due: 1,
  urgent: 1,
  broken: 2,
  "not-yet-valid": 2,
  expired: 2,
  unknown: 2,
};
