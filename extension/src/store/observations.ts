import { newerObservation } from "../../../shared/observation/newer-observation.ts";
import type { Observation } from "../../../shared/observation/observation.ts";
import { browser } from "../platform/browser.ts";
import { readObservation, storeObservation } from "./stored-observation.ts";

const prefix = "observation:";
const keyOf = (origin: string): string => `${prefix}${origin}`;

/** Writes wait for each other, so that two events of one origin cannot overwrite each other's merge. */
let lastWrite: Promise<void> = Promise.resolve();

/** The last observation of the origin, after all writes that were begun before. */
export async function findObservation(origin: string): Promise<Observation | undefined> {
  await lastWrite;
  const key = keyOf(origin);
  return readObservation((await browser.storage.session.get(key))[key]);
}

/** Keeps the observation in the browser's memory until it closes. Private windows' observations do not belong here. */
export function keepObservation(seen: Observation): Promise<void> {
  const write = lastWrite.then(() => merge(seen));
  lastWrite = write.catch(() => undefined); // the caller gets the failure; the next write starts afresh
  return write;
}

async function merge(seen: Observation): Promise<void> {
  const key = keyOf(seen.origin);
  const known = readObservation((await browser.storage.session.get(key))[key]);
  const kept = newerObservation(known, seen);
  if (kept === known) return;
  const entry = { [key]: storeObservation(kept) };
  try {
    await browser.storage.session.set(entry);
  } catch {
    // Full (10 MiB, some 3,000 sites). Visits are not a record to keep: the older half goes; a second failure is a bug.
    await forgetOlderHalf();
    await browser.storage.session.set(entry);
  }
}

/** Everything that was seen since the browser was started, in no order. */
export async function allObservations(): Promise<readonly Observation[]> {
  await lastWrite;
  const stored = Object.entries(await browser.storage.session.get(null));
  return stored.flatMap(([key, value]) => (key.startsWith(prefix) ? (readObservation(value) ?? []) : []));
}

async function forgetOlderHalf(): Promise<void> {
  const stored = Object.entries(await browser.storage.session.get(null)).filter(([key]) => key.startsWith(prefix));
  const bySeen = stored.map(([key, value]) => ({ key, seenAt: readObservation(value)?.seenAt ?? 0 }));
  bySeen.sort((one, other) => one.seenAt - other.seenAt);
  await browser.storage.session.remove(bySeen.slice(0, Math.ceil(bySeen.length / 2)).map(({ key }) => key));
}

/** Forgets what was seen since the browser was started. */
export async function forgetObservations(): Promise<void> {
  const forgotten = lastWrite.then(async () => {
    const stored = Object.keys(await browser.storage.session.get(null));
    await browser.storage.session.remove(stored.filter((key) => key.startsWith(prefix)));
  });
  lastWrite = forgotten.catch(() => undefined); // as in keepObservation
  return forgotten;
}

/** Calls back when something was kept or forgotten, by whichever script; the returned function ends it. */
export function onObservations(told: (what: "kept" | "forgotten") => void): () => void {
  const listener = (changes: Record<string, { readonly newValue?: unknown }>, area: string): void => {
    if (area !== "session") return;
    const ours = Object.entries(changes).flatMap(([key, change]) => (key.startsWith(prefix) ? change : []));
    if (ours.length > 0) told(ours.some(({ newValue }) => newValue === undefined) ? "forgotten" : "kept");
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
