import { useEffect, useState } from "preact/hooks";
import { changedView, type DashboardView, readView, type ViewChange, writeView } from "./dashboard-view.ts";

/** The view as the page's address keeps it. Opening a host is a step that Back takes back; a filter replaces the one before. */
export function useView(): readonly [view: DashboardView, change: (change: ViewChange) => void] {
  const [view, setView] = useState(() => readView(location.hash));
  useEffect(() => {
    const listening = new AbortController();
    const follow = (): void => setView(readView(location.hash));
    addEventListener("popstate", follow, { signal: listening.signal });
    addEventListener("hashchange", follow, { signal: listening.signal });
    return () => listening.abort();
  }, []);
  const change = (wanted: ViewChange): void => {
    const next = changedView(view, wanted);
    const address = `${location.pathname}${location.search}${writeView(next)}`;
    if (view.host === undefined && next.host !== undefined) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    setView(next);
  };
  return [view, change];
}
