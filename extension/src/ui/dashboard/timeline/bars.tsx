import { visibleText } from "../../../../../shared/display/visible-text.ts";
import { titleSentence } from "../../../../../shared/messages/en/verdict.ts";
import { shareLeft } from "../../../../../shared/verdict/share-left.ts";
import type { Timeline, TimelineBar } from "../../../../../shared/watch/timeline.ts";
import { pageAddress } from "../../../platform/page-address.ts";
import { timelineTexts as texts } from "../../messages/en/timeline.ts";
import { dayText } from "../../parts/moment.tsx";
import { Ring } from "../../parts/ring.tsx";
import { Untrusted } from "../../parts/untrusted.tsx";
import { at, span } from "./place.ts";

interface BarsProps {
  readonly timeline: Timeline;
  readonly onHost: (id: string) => void;
}

/** All of so many are drawn; of more, the soonest few. */
const mostRows = 14;
const someRows = 12;

/** A bar for each certificate, soonest end first; each leads to its host's details. */
export function Bars({ timeline, onHost }: BarsProps) {
  const { bars, drawn } = timeline;
  const shown = drawn <= mostRows ? bars : bars.slice(0, someRows);
  const hidden = drawn - shown.length;
  return (
    <>
      <ul class="timeline-rows quiet-list">
        {shown.map((bar) => (
          <li key={bar.hosts[0]}>
            <Bar bar={bar} timeline={timeline} onHost={onHost} />
          </li>
        ))}
      </ul>
      {hidden > 0 && <p class="timeline-more small muted">{texts.more(hidden, hidden.toLocaleString())}</p>}
    </>
  );
}

function Bar({ bar, timeline, onHost }: BarsProps & { readonly bar: TimelineBar }) {
  const { hosts, address, level, verdict, cut } = bar;
  const [id = ""] = hosts;
  const others = hosts.length - 1;
  const spoken = titleSentence({ host: visibleText(address), verdict, formatDate: (time) => dayText(time) });
  return (
    <a
      class={`timeline-row level-${level}`}
      href={`/${pageAddress.dashboard(id)}`}
      title={spoken}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a new tab or window, as with every link
        event.preventDefault();
        onHost(id);
      }}
    >
      <span class="only-spoken">
        {spoken} {others > 0 && texts.othersSpoken(others.toLocaleString())}
      </span>
      <span class="timeline-label" aria-hidden="true">
        <span class="timeline-host">
          <Untrusted text={address} />
        </span>
        {others > 0 && <span class="muted"> {texts.others(others.toLocaleString())}</span>}
      </span>
      <span class="timeline-track" aria-hidden="true">
        <span
          class={`timeline-life${cut.start ? " timeline-cut-start" : ""}${cut.end ? " timeline-cut-end" : ""}`}
          style={span(bar.from, bar.until, timeline)}
        />
        {bar.renewalFrom < bar.until && (
          <span
            class={`timeline-window${cut.end ? " timeline-cut-end" : ""}`}
            style={span(bar.renewalFrom, bar.until, timeline)}
          />
        )}
        {!cut.end && (
          <span class="timeline-end" style={at(bar.until, timeline)}>
            <Ring level={level} left={shareLeft(verdict)} size={18} />
          </span>
        )}
      </span>
      <span class="timeline-when small" aria-hidden="true">
        {verdict.notAfter !== undefined && dayText(verdict.notAfter)}
      </span>
    </a>
  );
}
