import type { Observation } from "../../../shared/observation/observation.ts";
import { readObservation } from "../store/stored-observation.ts";
import { browser } from "./browser.ts";
import type { Envelope, MessageName, Protocol } from "./protocol.ts";

function send<N extends MessageName>(name: N, request: Protocol[N]["request"]): Promise<unknown> {
  const envelope: Envelope<N> = { notafter: name, request };
  return browser.runtime.sendMessage(envelope);
}

/** What was last seen at the origin, in this tab first (a private tab's observation is kept nowhere else). */
export async function askObservation(tabId: number, origin: string): Promise<Observation | undefined> {
  return readObservation(await send("observation", { tabId, origin }));
}
