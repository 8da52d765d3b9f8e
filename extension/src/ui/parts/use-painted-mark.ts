import { useEffect } from "preact/hooks";

/** Leaves a mark in the page's performance timeline just after what was drawn when `isDrawn` became true is on the screen. */
export function usePaintedMark(name: string, isDrawn: boolean): void {
  useEffect(() => {
    if (!isDrawn) return;
    // A task that is queued in a frame runs after that frame was painted.
    const frame = requestAnimationFrame(() => setTimeout(() => performance.mark(name)));
    return () => cancelAnimationFrame(frame);
  }, [isDrawn]);
}
