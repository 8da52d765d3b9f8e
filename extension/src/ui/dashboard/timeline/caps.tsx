import { lifetimeCapSource } from "../../../../../shared/watch/lifetime-caps.ts";
import type { Timeline } from "../../../../../shared/watch/timeline.ts";
import { timelineTexts as texts } from "../../messages/en/timeline.ts";
import { dataDayText } from "../../parts/moment.tsx";
import { at, place } from "./place.ts";

const source = texts.capSource(lifetimeCapSource.title, dataDayText(lifetimeCapSource.checked));

/** The lifetime caps that fall within the picture, each at its day, leading to where it is laid down. */
export function CapMarks({ timeline }: { readonly timeline: Timeline }) {
  if (timeline.caps.length === 0) return null;
  return (
    <div class="timeline-caps">
      {timeline.caps.map((cap) => {
        const sentence = texts.capSentence(dataDayText(cap.from), cap.days);
        const side = place(cap.at, timeline) > 60 ? "timeline-cap timeline-cap-before" : "timeline-cap";
        return (
          <a
            key={cap.at}
            class={`${side} small`}
            style={at(cap.at, timeline)}
            href={lifetimeCapSource.url}
            target="_blank"
            rel="noreferrer"
            title={`${sentence} ${source}`}
          >
            <span class="only-spoken">{sentence}</span>
            <span class="timeline-name" aria-hidden="true">
              {texts.cap(cap.days)}
            </span>
            <span class="timeline-letter" aria-hidden="true">
              {texts.capShort(cap.days)}
            </span>
          </a>
        );
      })}
    </div>
  );
}

/** The caps that come after the picture's end, in words. */
export function LaterCaps({ caps }: { readonly caps: Timeline["laterCaps"] }) {
  return caps.map((cap) => (
    <p key={cap.at} class="timeline-later small muted" title={source}>
      {texts.capSentence(dataDayText(cap.from), cap.days)}{" "}
      <a href={lifetimeCapSource.url} target="_blank" rel="noreferrer">
        {texts.source}
      </a>
    </p>
  ));
}
