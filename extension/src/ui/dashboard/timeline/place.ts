import type { TimeRange } from "../../../../../shared/watch/ends-in.ts";

/** Where a moment stands in the picture, in per cent from its beginning. */
export const place = (time: number, { from, until }: TimeRange): number => {
  const share = (time - from) / (until - from);
  return Math.round(Math.min(1, Math.max(0, share)) * 100_000) / 1000;
};

/** The style of what lies between two moments. */
export const span = (one: number, other: number, picture: TimeRange) => {
  const start = place(one, picture);
  return { insetInlineStart: `${start}%`, inlineSize: `${Math.max(0, place(other, picture) - start)}%` };
};

export const at = (time: number, picture: TimeRange) => ({ insetInlineStart: `${place(time, picture)}%` });

export const within = (time: number, { from, until }: TimeRange): boolean => time >= from && time < until;
