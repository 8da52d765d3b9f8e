import type { Level } from "../../../../shared/verdict/verdict.ts";

/** The ring's drawing space: a square of this many units, the ring centred in it. */
export const ringSpace = 64;
export const ringRadius = 27;

/** A point on the ring. Turns count clockwise from twelve o'clock: 0 and 1 are the top, 0.25 is three o'clock. */
export function pointAt(turn: number, radius = ringRadius): readonly [x: number, y: number] {
  const angle = turn * 2 * Math.PI;
  const round = (value: number) => Math.round(value * 100) / 100;
  return [round(ringSpace / 2 + radius * Math.sin(angle)), round(ringSpace / 2 - radius * Math.cos(angle))];
}

/** SVG path of the ring's arc between two turns, clockwise; `from` < `to` ≤ `from` + 1. A whole turn is drawn as two halves. */
export function arcPath(from: number, to: number, radius = ringRadius): string {
  const [startX, startY] = pointAt(from, radius);
  const middle = (from + to) / 2;
  const [middleX, middleY] = pointAt(middle, radius);
  const [endX, endY] = pointAt(to, radius);
  const half = (x: number, y: number) => `A${radius} ${radius} 0 0 1 ${x} ${y}`;
  return `M${startX} ${startY}${half(middleX, middleY)}${half(endX, endY)}`;
}

/** What tells the levels apart without their colour. */
export type RingShape = "full" | "notched" | "thin" | "empty" | "split" | "dashed";

const shapes: Readonly<Record<Level, RingShape>> = {
  ok: "full",
  due: "notched",
  urgent: "thin",
  expired: "empty",
  "not-yet-valid": "empty",
  broken: "split",
  unknown: "dashed",
};

export const ringShape = (level: Level): RingShape => shapes[level];

/** The share that is left, made safe to draw: within 0 and 1, and never so small that nothing can be seen. */
export function drawableShare(left: number): number {
  if (!Number.isFinite(left)) return 1;
  return Math.min(1, Math.max(0.02, left));
}
