import browser, { type Runtime } from "webextension-polyfill";
import type { Envelope, MessageName, Protocol } from "./protocol.ts";

/** Answers each message of the protocol. A rejection reaches the page that asked. */
export type Answers = {
  readonly [N in MessageName]: (request: Protocol[N]["request"]) => Promise<Protocol[N]["reply"]>;
};

/**
 * Serves the protocol to this extension's own pages. Nobody else is answered: content scripts run inside a site.
 * Chromium before 148 takes no promise from a listener; the polyfill makes it so.
 */
export function serveMessages(answers: Answers): void {
  const ownPages = browser.runtime.getURL("");
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id || !sender.url?.startsWith(ownPages)) return undefined;
    return isEnvelope(message) ? answers[message.notafter](message.request) : undefined;
  });
}

/** Every request of the protocol is about an origin in a tab. */
function isEnvelope(message: unknown): message is Envelope<MessageName> {
  if (typeof message !== "object" || message === null || !("notafter" in message) || !("request" in message))
    return false;
  const { notafter, request } = message;
  if ((notafter !== "observation" && notafter !== "description") || typeof request !== "object" || request === null)
    return false;
  return (
    "tabId" in request && typeof request.tabId === "number" && "origin" in request && typeof request.origin === "string"
  );
}
