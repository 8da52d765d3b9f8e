import { useEffect, useState } from "preact/hooks";
import { type CheckProgress, type CheckRun, progressOf, readRun } from "./check-run.ts";
import type { LiveRows } from "./use-watched-rows.ts";

const key = "check-run";

/** The checks that were asked for in this tab: which ones outlives a reload, how they went is read from the rows. */
export function useCheckRun({ rows, state }: LiveRows): {
  readonly run?: CheckRun;
  readonly progress?: CheckProgress;
  readonly begin: (run: CheckRun) => void;
  readonly end: () => void;
} {
  const [run, setRun] = useState(() => readRun(sessionStorage.getItem(key)));
  const isRead = rows !== undefined && state !== undefined && state.reading === undefined;
  const progress = run === undefined || !isRead ? undefined : progressOf(run, (id) => rows.find(id)?.host);
  const isDone = progress !== undefined && progress.checked >= progress.total;
  const end = (): void => {
    sessionStorage.removeItem(key);
    setRun(undefined);
  };
  useEffect(() => {
    if (isDone) sessionStorage.removeItem(key);
  }, [isDone]);
  return {
    ...(run !== undefined && { run }),
    ...(progress !== undefined && { progress }),
    begin: (next) => {
      sessionStorage.setItem(key, JSON.stringify(next));
      setRun(next);
    },
    end,
  };
}
