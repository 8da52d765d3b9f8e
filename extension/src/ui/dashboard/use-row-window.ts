import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { type RowWindow, rowWindow } from "./row-window.ts";

/** Follows the page's scrolling and says which rows of the table's body are to be drawn. */
export function useRowWindow(body: RefObject<HTMLElement>, rowHeight: number, count: number): RowWindow {
  const look = (): RowWindow =>
    rowWindow(-(body.current?.getBoundingClientRect().top ?? 0), innerHeight, rowHeight, count);
  const [shown, setShown] = useState<RowWindow>(() => rowWindow(0, innerHeight, rowHeight, count));

  useLayoutEffect(() => {
    const follow = (): void =>
      setShown((before) => {
        const next = look();
        return next.first === before.first && next.end === before.end ? before : next;
      });
    follow();
    const listening = new AbortController();
    const options = { passive: true, signal: listening.signal };
    addEventListener("scroll", follow, options);
    addEventListener("resize", follow, options);
    return () => listening.abort();
  }, [rowHeight, count]);
  return shown;
}
