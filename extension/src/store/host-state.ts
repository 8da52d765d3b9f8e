import { browser } from "../platform/browser.ts";

/** How the native host did when it was last spoken to. */
export type HostState =
  | { readonly kind: "works"; readonly version: string }
  /** `ended`: it went away by itself; `garbled`, `silent`: it does not speak as it should. */
  | { readonly kind: (typeof faults)[number] };

const faults = ["not-installed", "ended", "garbled", "silent"] as const;

const key = "native-host";

/** Keeps the state until the browser closes, for the pages that show it. */
export async function keepHostState(state: HostState): Promise<void> {
  await browser.storage.session.set({ [key]: state });
}

/** `undefined` where the host has not been spoken to yet. */
export async function lastHostState(): Promise<HostState | undefined> {
  return readHostState((await browser.storage.session.get(key))[key]);
}

export function readHostState(stored: unknown): HostState | undefined {
  if (typeof stored !== "object" || stored === null || !("kind" in stored)) return undefined;
  const fault = faults.find((one) => one === stored.kind);
  if (fault !== undefined) return { kind: fault };
  return stored.kind === "works" && "version" in stored && typeof stored.version === "string"
    ? { kind: "works", version: stored.version }
    : undefined;
}

/** Calls back with every state that is kept, from whichever page; the returned function ends it. */
export function onHostState(told: (state: HostState) => void): () => void {
  const listener = (changes: Record<string, { readonly newValue?: unknown }>, area: string): void => {
    const state = area === "session" ? readHostState(changes[key]?.newValue) : undefined;
    if (state !== undefined) told(state);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
