import { type HostRequest, nativeHostName } from "../../../shared/native-host/protocol.ts";
import { browser } from "./browser.ts";

/** Why the port to the host was closed from the other side. */
export type PortEnd = "not-installed" | "garbled" | "ended";

export interface HostPort {
  /** Throws when the port has been closed. */
  send(request: HostRequest): void;
  close(): void;
}

export interface PortEvents {
  /** A message of the host: any JSON value. */
  readonly message: (message: unknown) => void;
  /** The browser closed the port; not called after `close`. */
  readonly ended: (why: PortEnd) => void;
}

export type OpenPort = (events: PortEvents) => HostPort;

/**
 * Whether this script can start the host. Chromium fills `runtime` when it is first used: a page or a background that was
 * running when the permission came goes without until it is loaded again (seen in 156). Firefox gives it at once.
 */
export const canOpenHost = (): boolean => typeof browser.runtime.connectNative === "function";

/** Starts the native host; the one place that does. Throws without the permission `nativeMessaging`. */
export const openHostPort: OpenPort = ({ message, ended }) => {
  const port = browser.runtime.connectNative(nativeHostName);
  port.onMessage.addListener((given: unknown) => message(given));
  // Firefox tells why on the port, Chromium in `lastError`.
  port.onDisconnect.addListener((gone) => ended(portEnd(gone.error?.message ?? browser.runtime.lastError?.message)));
  return { send: (request) => port.postMessage(request), close: () => port.disconnect() };
};

/**
 * What the browsers' words for a closed port mean: Chromium's native_message_process_host.h, Firefox' NativeMessaging
 * module; neither translates them. A host that may not be used or started needs the same as one that is not there.
 */
export function portEnd(words = ""): PortEnd {
  if (/not found|forbidden|failed to start|no such native|not have permission/i.test(words)) return "not-installed";
  // A frame that is too long, or none at all.
  return /error when communicating|exceeds the limit|JSON/i.test(words) ? "garbled" : "ended";
}
