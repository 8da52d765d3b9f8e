import { useEffect, useState } from "preact/hooks";
import { type Timeline, timeline } from "../../../../shared/watch/timeline.ts";
import { localCalendar } from "../../platform/dates.ts";
import type { LiveRows } from "./use-watched-rows.ts";

/** Checks come in by the second; the picture of a year has time. */
const wait = 1500;

/** The picture of the year, drawn again a while after the rows changed; the first time as soon as all are here. */
export function useTimeline({ state, now, thresholds }: LiveRows): Timeline | undefined {
  const [picture, setPicture] = useState<Timeline>();
  const all = state?.reading === undefined ? state?.rows : undefined;
  useEffect(() => {
    if (all === undefined) return;
    let timer = setTimeout(
      () => {
        const next = timeline(all, now, thresholds, localCalendar);
        // Drawn in a task of its own.
        timer = setTimeout(() => setPicture(next));
      },
      picture === undefined ? 0 : wait,
    );
    return () => clearTimeout(timer);
  }, [all]);
  return picture;
}
