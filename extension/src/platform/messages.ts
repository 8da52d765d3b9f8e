import browser from "webextension-polyfill";
import type { Observation } from "../../../shared/observation/observation.ts";
import { readObservation, type StoredObservation, storeObservation } from "../store/stored-observation.ts";

/** Every message between the extension's own pages and its background: request and reply by name. */
interface Protocol {
  observation: { request: { readonly tabId: number; readonly origin: string }; reply: StoredObservation | null };
}
type Name = keyof Protocol;
type Envelope<N extends Name> = { readonly notafter: N; readonly request: Protocol[N]["request"] };

async function send<N extends Name>(name: N, request: Protocol[N]["request"]): Promise<unknown> {
  const envelope: Envelope<N> = { notafter: name, request };
  return browser.runtime.sendMessage(envelope);
}

/** What was last seen at the origin, in this tab first (a private tab's observation is kept nowhere else). */
export async function askObservation(tabId: number, origin: string): Promise<Observation | undefined> {
  return readObservation(await send("observation", { tabId, origin }));
}

function isObservationRequest(message: unknown): message is Envelope<"observation"> {
  if (typeof message !== "object" || message === null || !("notafter" in message) || !("request" in message))
    return false;
  const { notafter, request } = message;
  if (notafter !== "observation" || typeof request !== "object" || request === null) return false;
  return (
    "tabId" in request && typeof request.tabId === "number" && "origin" in request && typeof request.origin === "string"
  );
}

/** Answers `askObservation`. Only this extension's own pages are answered: content scripts run inside a tab's site. */
export function serveObservations(find: (tabId: number, origin: string) => Promise<Observation | undefined>): void {
  const ownPages = browser.runtime.getURL("");
  browser.runtime.onMessage.addListener((message: unknown, sender: browser.Runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id || !sender.url?.startsWith(ownPages)) return undefined;
    if (!isObservationRequest(message)) return undefined;
    return find(message.request.tabId, message.request.origin).then((found) =>
      found ? storeObservation(found) : null,
    );
  });
}
