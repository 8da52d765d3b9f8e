import type { Level } from "../../../../shared/verdict/verdict.ts";
import { drawableShare } from "./ring-shape.ts";
import "./life-bar.css";

interface LifeBarProps {
  readonly level: Level;
  /** Share of the lifetime that is left, 0 to 1. */
  readonly left: number;
}

/** The lifetime as a bar: past at the left, what is left at the right in the level's colour. The dates beside it say the same. */
export function LifeBar({ level, left }: LifeBarProps) {
  const share = left <= 0 ? 0 : drawableShare(left);
  return (
    <div class={`life-bar level-${level}`} aria-hidden="true">
      <div class="life-bar-left" style={{ inlineSize: `${share * 100}%` }} />
    </div>
  );
}
