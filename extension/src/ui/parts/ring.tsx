import type { ComponentChildren } from "preact";
import type { Level } from "../../../../shared/verdict/verdict.ts";
import "./ring.css";
import { arcPath, drawableShare, pointAt, ringRadius, ringShape, ringSpace } from "./ring-shape.ts";

interface RingProps {
  readonly level: Level;
  /** Share of the lifetime that is left, 0 to 1. */
  readonly left: number;
  /** What stands in the middle: the badge's text. */
  readonly text?: string;
  /** Width and height in CSS pixels. */
  readonly size: number;
}

const middle = ringSpace / 2;
const letterSizes: Readonly<Record<number, number>> = { 1: 26, 2: 24, 3: 19, 4: 15 };

/**
 * The lifetime ring: a circle that empties clockwise, with the time left in its middle. Words beside it always say the same,
 * so it is not spoken.
 */
export function Ring({ level, left, text = "", size }: RingProps) {
  return (
    <svg
      class={`ring level-${level}`}
      width={size}
      height={size}
      viewBox={`0 0 ${ringSpace} ${ringSpace}`}
      aria-hidden="true"
    >
      {drawings[ringShape(level)](drawableShare(left))}
      {text !== "" && (
        <text
          x={middle}
          y={middle}
          font-size={letterSizes[text.length] ?? 12}
          text-anchor="middle"
          dominant-baseline="central"
        >
          {text}
        </text>
      )}
    </svg>
  );
}

const Track = () => <circle class="ring-track" cx={middle} cy={middle} r={ringRadius} />;

/** What is left runs from now to twelve o'clock, where the life ends. */
const drawings: Readonly<Record<ReturnType<typeof ringShape>, (left: number) => ComponentChildren>> = {
  full: (left) => (
    <>
      <Track />
      <path class="ring-left" d={arcPath(1 - left, 1)} />
    </>
  ),
  notched: (left) => {
    const [innerX, innerY] = pointAt(1 - left, ringRadius - 5);
    const [outerX, outerY] = pointAt(1 - left, ringRadius + 4);
    return (
      <>
        <Track />
        <path class="ring-left" d={arcPath(1 - left, 1)} />
        <path class="ring-gap" d={`M${innerX} ${innerY}L${outerX} ${outerY}`} />
        <path class="ring-hand" d={`M${innerX} ${innerY}L${outerX} ${outerY}`} />
      </>
    );
  },
  thin: (left) => {
    const [dotX, dotY] = pointAt(1 - left);
    return (
      <>
        <Track />
        <path class="ring-left ring-fine" d={arcPath(1 - left, 1)} />
        <circle class="ring-dot" cx={dotX} cy={dotY} r="4.5" />
      </>
    );
  },
  empty: () => (
    <>
      <circle class="ring-left ring-outline" cx={middle} cy={middle} r={ringRadius + 2.5} />
      <circle class="ring-left ring-outline" cx={middle} cy={middle} r={ringRadius - 2.5} />
    </>
  ),
  split: () => (
    <>
      <path class="ring-left" d={arcPath(0.08, 0.5)} transform="translate(1.5 0)" />
      <path class="ring-left" d={arcPath(0.58, 1)} transform="translate(-1.5 0)" />
    </>
  ),
  dashed: () => <circle class="ring-left ring-dashed" cx={middle} cy={middle} r={ringRadius} />,
};
