/** Whether the browser knows of a network at all. That there is one need not mean that it leads anywhere. */
export const isOnline = (): boolean => navigator.onLine;

/** Calls back when the network is back. */
export function onOnline(act: () => void): void {
  globalThis.addEventListener("online", act);
}
