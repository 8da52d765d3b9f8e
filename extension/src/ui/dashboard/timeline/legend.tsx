import type { Level } from "../../../../../shared/verdict/verdict.ts";
import type { Timeline } from "../../../../../shared/watch/timeline.ts";
import { timelineTexts as texts } from "../../messages/en/timeline.ts";
import { Ring } from "../../parts/ring.tsx";
import { stacked } from "./density.tsx";

interface LegendProps {
  readonly timeline: Timeline;
  readonly many: boolean;
}

/** What the shapes and colours of the picture stand for: those that are in it. */
export function Legend({ timeline: { bars, months }, many }: LegendProps) {
  const present = new Set<Level>(bars.map(({ level }) => level));
  for (const level of stacked) if (months.some(({ levels }) => levels[level] > 0)) present.add(level);
  if (present.size === 0) return null;
  return (
    <ul class="timeline-legend quiet-list small muted" aria-hidden="true">
      {stacked
        .filter((level) => present.has(level))
        .reverse()
        .map((level) => (
          <li key={level}>
            {many ? (
              <span class={`timeline-swatch timeline-part-${level} level-${level}`} />
            ) : (
              <Ring level={level} left={level === "urgent" ? 0.15 : level === "due" ? 0.3 : 0.75} size={16} />
            )}
            {texts.levels[level]}
          </li>
        ))}
      <li>{many ? texts.legendMany : texts.legend}</li>
    </ul>
  );
}
