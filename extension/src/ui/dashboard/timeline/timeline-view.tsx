import { useId } from "preact/hooks";
import type { TimeRange } from "../../../../../shared/watch/ends-in.ts";
import { mostBars, type Timeline } from "../../../../../shared/watch/timeline.ts";
import { timelineTexts as texts } from "../../messages/en/timeline.ts";
import { dayText, Moment } from "../../parts/moment.tsx";
import { Untrusted } from "../../parts/untrusted.tsx";
import { Bars } from "./bars.tsx";
import { CapMarks, LaterCaps } from "./caps.tsx";
import { Density } from "./density.tsx";
import { Legend } from "./legend.tsx";
import { MonthTable } from "./month-table.tsx";
import { Months } from "./months.tsx";
import { at, span } from "./place.ts";
import "./timeline.css";

interface TimelineViewProps {
  readonly timeline: Timeline;
  /** The month that the table is filtered by. */
  readonly selected: TimeRange | undefined;
  readonly onMonth: (month: TimeRange | undefined) => void;
  readonly onHost: (id: string) => void;
}

/** The picture of the coming year: when certificates end, when to renew them, and when the lifetime caps fall. */
export function TimelineView({ timeline, selected, onMonth, onHost }: TimelineViewProps) {
  const title = useId();
  const { bars, drawn, from, now } = timeline;
  // Up to so many certificates a bar each says most; beyond, how they spread over the year.
  const many = drawn > mostBars;
  return (
    <section class={`timeline timeline-${many ? "density" : "bars"}`} aria-labelledby={title}>
      <div class="timeline-head">
        <h2 id={title}>{texts.title}</h2>
        <Summary timeline={timeline} />
      </div>
      <div class="timeline-picture">
        <p class="timeline-today-word small" aria-hidden="true">
          <span style={at(now, timeline)}>{texts.today}</span>
        </p>
        <Months timeline={timeline} selected={selected} onMonth={onMonth} />
        <div class="timeline-body">
          <div class="timeline-field" aria-hidden="true">
            <span class="timeline-past" style={span(from, now, timeline)} />
            {selected !== undefined && (
              <span class="timeline-band" style={span(selected.from, selected.until, timeline)} />
            )}
            {timeline.months.slice(1).map((month) => (
              <span key={month.from} class="timeline-line" style={at(month.from, timeline)} />
            ))}
            {timeline.caps.map((cap) => (
              <span key={cap.at} class="timeline-cap-line" style={at(cap.at, timeline)} />
            ))}
            <span class="timeline-today" style={at(now, timeline)} />
          </div>
          {many ? <Density timeline={timeline} /> : <Bars timeline={timeline} onHost={onHost} />}
          {bars.length === 0 && <p class="timeline-empty muted">{texts.empty}</p>}
        </div>
        <CapMarks timeline={timeline} />
      </div>
      <Legend timeline={timeline} many={many} />
      <LaterCaps caps={timeline.laterCaps} />
      <MonthTable months={timeline.months} />
    </section>
  );
}

/** What the picture shows, in two sentences. */
function Summary({ timeline }: { readonly timeline: Timeline }) {
  const { bars, months, until, ended, earlier, later, undated } = timeline;
  const ahead = months.reduce((sum, { ending }) => sum + ending, 0) - ended;
  const next = bars.find((bar) => bar.until >= timeline.now && !bar.cut.end);
  const end = next?.verdict.notAfter;
  const rest = [
    ...(earlier > 0 ? [texts.ended(earlier, earlier.toLocaleString())] : []),
    ...(later > 0 ? [texts.later(later, later.toLocaleString())] : []),
    ...(undated > 0 ? [texts.undated(undated, undated.toLocaleString())] : []),
  ];
  return (
    <p class="small muted">
      {ahead === 0 ? texts.none : texts.ending(ahead, ahead.toLocaleString(), dayText(until - 1))}
      {next !== undefined && end !== undefined && (
        <>
          {" "}
          {texts.next} <Untrusted text={next.address} /> {texts.on} <Moment at={end} />.
        </>
      )}
      {rest.length > 0 && ` ${rest.join(" ")}`}
    </p>
  );
}
