import type { Observation } from "../../../shared/observation/observation.ts";
import type { SeenCertificate } from "../description/seen-certificate.ts";
import { readObservation } from "../store/stored-observation.ts";
import { browser } from "./browser.ts";
import type { Envelope, MessageName, Protocol, UnwatchAnswer, WatchAnswer, WatchState } from "./protocol.ts";

function send<N extends MessageName>(name: N, request: Protocol[N]["request"]): Promise<unknown> {
  const envelope: Envelope<N> = { notafter: name, request };
  return browser.runtime.sendMessage(envelope);
}

/** What was last seen at the origin, in this tab first (a private tab's observation is kept nowhere else). */
export async function askObservation(tabId: number, origin: string): Promise<Observation | undefined> {
  return readObservation(await send("observation", { tabId, origin }));
}

/** The same, judged and in words; `undefined` where nothing is known. */
export async function askDescription(tabId: number, origin: string): Promise<SeenCertificate | undefined> {
  // Only this package's own background answers, so the reply is what the protocol says.
  const reply = (await send("description", { tabId, origin })) as Protocol["description"]["reply"];
  return reply ?? undefined;
}

/** Puts the origin on the watch list, with what this tab showed of its certificate. */
export const askWatch = async (tabId: number, origin: string): Promise<WatchAnswer> =>
  (await send("watch", { tabId, origin })) as WatchAnswer; // as above

/** Forgets a watched host, by its id. */
export const askUnwatch = async (id: string): Promise<UnwatchAnswer> =>
  (await send("unwatch", { id })) as UnwatchAnswer; // as above

/** Whether an https origin is on the watch list. */
export const askWatchState = async (origin: string): Promise<WatchState> =>
  (await send("watch-state", { origin })) as WatchState; // as above

/** Takes back what `askUnwatch` did, by what it answered. */
export const askWatchAgain = async (id: string, undo: string): Promise<WatchAnswer> =>
  (await send("watch-again", { id, undo })) as WatchAnswer; // as above

/** Has the background check the hosts that are due, at once. Send it after `checkNow`, or after hosts were added. */
export async function askCheckDue(): Promise<void> {
  await send("check-due", {});
}
