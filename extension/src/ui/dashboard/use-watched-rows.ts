import { useEffect, useRef, useState } from "preact/hooks";
import { defaultThresholds, type Thresholds } from "../../../../shared/verdict/verdict.ts";
import type { SortKey } from "../../../../shared/watch/host-table.ts";
import { report } from "../../platform/report.ts";
import { loadSettings, onSettingsChanged } from "../../platform/settings.ts";
import { onWatchNews } from "../../store/watch-news.ts";
import { storeSource } from "./store-source.ts";
import { createWatchedRows, type WatchedRows, type WatchedRowsState } from "./watched-rows.ts";

const minute = 60_000;

export interface LiveRows {
  readonly state?: WatchedRowsState;
  readonly rows?: WatchedRows;
  /** Epoch milliseconds; moves by the minute. */
  readonly now: number;
  readonly thresholds: Thresholds;
}

/** The watch list with the store, the settings and the clock behind it. */
export function useWatchedRows(sort: SortKey, descending: boolean): LiveRows {
  const [state, setState] = useState<WatchedRowsState>();
  const [rows, setRows] = useState<WatchedRows>();
  const [clock, setClock] = useState({ now: Date.now(), thresholds: defaultThresholds });
  const order = useRef({ sort, descending });

  useEffect(() => {
    const failed = (doing: string) => (error: unknown) => report(doing, error);
    const listening = new AbortController();
    const start = async (): Promise<void> => {
      const { thresholds } = await loadSettings();
      const now = Date.now();
      setClock({ now, thresholds });
      const live = createWatchedRows(storeSource, { now, thresholds, ...order.current }, setState);
      setRows(live);
      const stop = onWatchNews(live.hear);
      listening.signal.addEventListener("abort", stop);
      const judge = async (): Promise<void> => {
        if (document.visibilityState === "hidden") return;
        const settings = await loadSettings();
        const at = Date.now();
        await live.judgeAgain(at, settings.thresholds);
        setClock({ now: at, thresholds: settings.thresholds });
      };
      const judgeSoon = (): void => void judge().catch(failed("judging the watch list again"));
      const ticking = setInterval(judgeSoon, minute);
      listening.signal.addEventListener("abort", () => clearInterval(ticking));
      onSettingsChanged(judgeSoon);
      // The computer slept, or the user was elsewhere for days.
      document.addEventListener("visibilitychange", judgeSoon, { signal: listening.signal });
      await live.load();
    };
    start().catch(failed("reading the watch list"));
    return () => listening.abort();
  }, []);

  useEffect(() => {
    if (order.current.sort === sort && order.current.descending === descending) return;
    order.current = { sort, descending };
    rows?.sortBy(sort, descending);
  }, [sort, descending, rows]);

  return { ...clock, ...(state !== undefined && { state }), ...(rows !== undefined && { rows }) };
}
