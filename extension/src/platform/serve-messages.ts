import browser, { type Runtime } from "webextension-polyfill";
import type { Envelope, MessageName, Protocol } from "./protocol.ts";
import { readMessage } from "./read-message.ts";

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
  const answer = <N extends MessageName>({ notafter, request }: Envelope<N>) => answers[notafter](request);
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id || !sender.url?.startsWith(ownPages)) return undefined;
    const read = readMessage(message);
    return read && answer(read);
  });
}
