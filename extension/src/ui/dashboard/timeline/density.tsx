import type { Level } from "../../../../../shared/verdict/verdict.ts";
import type { EndsIn, LevelCounts } from "../../../../../shared/watch/ends-in.ts";
import type { Timeline } from "../../../../../shared/watch/timeline.ts";
import { timelineTexts as texts } from "../../messages/en/timeline.ts";
import { dayText } from "../../parts/moment.tsx";
import { span } from "./place.ts";

/** From the ground up: what asks for work stands where the eye begins. */
export const stacked: readonly Level[] = ["expired", "not-yet-valid", "broken", "urgent", "due", "ok"];

/** The levels that occur, with their counts in words: `3 due`, `9 not due`. */
export const levelWords = (counts: LevelCounts): readonly string[] =>
  stacked.flatMap((level) =>
    counts[level] === 0 ? [] : [texts.ofLevel(counts[level].toLocaleString(), texts.levels[level])],
  );

/** How the ends spread over the year: a column a week. The months' numbers and the table below say the same. */
export function Density({ timeline }: { readonly timeline: Timeline }) {
  const most = Math.max(1, ...timeline.weeks.map(({ ending }) => ending));
  return (
    <div class="timeline-columns" aria-hidden="true">
      <p class="timeline-most small muted">{texts.most(most.toLocaleString())}</p>
      {timeline.weeks.map((week) =>
        week.ending === 0 ? null : (
          <span
            key={week.from}
            class="timeline-column"
            style={{ ...span(week.from, week.until, timeline), blockSize: `${(week.ending / most) * 100}%` }}
            title={wordsOf(week)}
          >
            {stacked.map(
              (level) =>
                week.levels[level] > 0 && (
                  <span
                    key={level}
                    class={`timeline-part timeline-part-${level} level-${level}`}
                    style={{ flexGrow: week.levels[level] }}
                  />
                ),
            )}
          </span>
        ),
      )}
    </div>
  );
}

const wordsOf = ({ from, ending, levels }: EndsIn): string =>
  texts.week(dayText(from), ending, ending.toLocaleString(), levelWords(levels).join(", "));
