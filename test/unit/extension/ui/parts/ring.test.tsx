// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { Ring } from "../../../../../extension/src/ui/parts/ring.tsx";
import {
  arcPath,
  drawableShare,
  pointAt,
  ringRadius,
  ringShape,
} from "../../../../../extension/src/ui/parts/ring-shape.ts";
import { levels } from "../../../../../shared/verdict/verdict.ts";
import { draw } from "../draw.ts";

describe("the lifetime ring", () => {
  it.each([
    [0, [32, 5]],
    [0.25, [59, 32]],
    [0.5, [32, 59]],
    [0.75, [5, 32]],
  ])("puts turn %d where a clock has it", (turn, point) => {
    expect(pointAt(turn)).toEqual(point);
  });

  it("draws an arc clockwise, a whole turn as well", () => {
    expect(arcPath(0.5, 1)).toBe("M32 59A27 27 0 0 1 5 32A27 27 0 0 1 32 5");
    expect(arcPath(0, 1)).toBe(`M32 5A${ringRadius} 27 0 0 1 32 59A27 27 0 0 1 32 5`);
  });

  it.each([
    [0.5, 0.5],
    [-1, 0.02],
    [0, 0.02],
    [7, 1],
    [Number.NaN, 1],
    [Number.POSITIVE_INFINITY, 1],
  ])("makes a share of %d drawable", (share, drawn) => {
    expect(drawableShare(share)).toBe(drawn);
  });

  it("has a shape of its own for every level but the two that are outside the validity", () => {
    expect(new Set(levels.map(ringShape)).size).toBe(levels.length - 1);
    expect(ringShape("expired")).toBe(ringShape("not-yet-valid"));
  });

  it.each(levels)("draws %s with its text, and is silent beside the words", (level) => {
    const svg = draw(<Ring level={level} left={0.3} text="23" size={40} />).querySelector("svg");
    expect(svg?.getAttribute("aria-hidden")).toBe("true");
    expect(svg?.textContent).toBe("23");
    expect(svg?.getAttribute("class")).toContain(`level-${level}`);
    expect(svg?.outerHTML).not.toContain("NaN");
  });

  it("draws different pictures for different levels", () => {
    const pictures = levels.map((level) =>
      draw(<Ring level={level} left={0.3} size={40} />).innerHTML.replace(level, ""),
    );
    expect(new Set(pictures).size).toBe(levels.length - 1);
  });
});
