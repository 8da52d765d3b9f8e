import type { TimeRange } from "../../../../../shared/watch/ends-in.ts";
import type { Timeline } from "../../../../../shared/watch/timeline.ts";
import { monthText } from "../../../platform/month-text.ts";
import { timelineTexts as texts } from "../../messages/en/timeline.ts";

interface MonthsProps {
  readonly timeline: Timeline;
  readonly selected: TimeRange | undefined;
  readonly onMonth: (month: TimeRange | undefined) => void;
}

/** The months as buttons: each filters the table, and the pressed one lets go again. */
export function Months({ timeline: { months }, selected, onMonth }: MonthsProps) {
  return (
    <fieldset class={`timeline-months${months.some(({ ending }) => ending > 99) ? " timeline-months-high" : ""}`}>
      <legend class="only-spoken">{texts.months}</legend>
      {months.map(({ from, until, ending }, index) => {
        const pressed = selected !== undefined && selected.from === from && selected.until === until;
        const name = texts.month(monthText(from, "long"), ending, ending.toLocaleString());
        // The year stands in January's place; December before it and November after it need no more.
        const january = index > 0 && monthText(from, "year") !== monthText(from - 1, "year");
        return (
          <button
            key={from}
            type="button"
            class={`timeline-month${january ? " timeline-january" : ""}`}
            style={{ flexGrow: until - from }}
            aria-pressed={pressed}
            title={name}
            onClick={() => onMonth(pressed ? undefined : { from, until })}
          >
            <span class="only-spoken">{name}</span>
            <span class="timeline-name" aria-hidden="true">
              {monthText(from, january ? "year" : "short")}
            </span>
            <span class="timeline-letter" aria-hidden="true">
              {january ? `’${monthText(from, "year").slice(-2)}` : monthText(from, "narrow")}
            </span>
            <span class="timeline-count" aria-hidden="true">
              {ending === 0 ? "" : ending.toLocaleString()}
            </span>
          </button>
        );
      })}
    </fieldset>
  );
}
