import { beforeEach, describe, expect, it, vi } from "vitest";
import { canOpenHost, openHostPort, portEnd } from "../../../../extension/src/platform/native-host.ts";
import { browser } from "../../../support/fake-browser.ts";

describe("why a port was closed", () => {
  it.each([
    ["Specified native messaging host not found.", "not-installed"],
    ["Access to the specified native messaging host is forbidden.", "not-installed"],
    ["Failed to start native messaging host.", "not-installed"],
    ["No such native application org.notafter.host", "not-installed"],
    ["Native host has exited.", "ended"],
    ["Error when communicating with the native messaging host.", "garbled"],
    ["An unexpected error occurred", "ended"],
    [undefined, "ended"],
  ] as const)("%j is %s", (words, why) => {
    expect(portEnd(words)).toBe(why);
  });
});

describe("the port to the native host", () => {
  const port = {
    posted: [] as unknown[],
    disconnected: 0,
    error: undefined as { message: string } | undefined,
    listeners: { message: undefined as unknown, end: undefined as unknown },
    postMessage: (message: unknown) => void port.posted.push(message),
    disconnect: () => {
      port.disconnected += 1;
    },
    onMessage: {
      addListener: (listener: unknown) => {
        port.listeners.message = listener;
      },
    },
    onDisconnect: {
      addListener: (listener: unknown) => {
        port.listeners.end = listener;
      },
    },
  };
  const connectNative = vi.fn((_: string) => port);
  const runtime: typeof browser.runtime & { connectNative?: unknown; lastError?: unknown } = browser.runtime;

  beforeEach(() => {
    runtime.connectNative = connectNative;
    return () => {
      delete runtime.connectNative;
      delete runtime.lastError;
    };
  });
  const call = (listener: unknown, given: unknown) => (listener as (given: unknown) => void)(given);

  it("is opened by the host's name and hands messages on both ways", () => {
    const message = vi.fn();
    const opened = openHostPort({ message, ended: vi.fn() });
    expect(connectNative).toHaveBeenCalledWith("org.notafter.host");
    opened.send({ id: 0, type: "hello" });
    expect(port.posted).toEqual([{ id: 0, type: "hello" }]);
    call(port.listeners.message, { any: "thing" });
    expect(message).toHaveBeenCalledWith({ any: "thing" });
    opened.close();
    expect(port.disconnected).toBe(1);
  });

  it.each([
    ["Firefox on the port", () => (port.error = { message: "No such native application org.notafter.host" })],
    ["Chromium in lastError", () => (runtime.lastError = { message: "Specified native messaging host not found." })],
  ])("hears why from %s", (_, tell) => {
    const ended = vi.fn();
    openHostPort({ message: vi.fn(), ended });
    port.error = undefined;
    tell();
    call(port.listeners.end, port);
    expect(ended).toHaveBeenCalledWith("not-installed");
  });

  it("throws without the permission, where the browser has no such function", () => {
    expect(canOpenHost()).toBe(true);
    delete runtime.connectNative;
    expect(canOpenHost()).toBe(false);
    expect(() => openHostPort({ message: vi.fn(), ended: vi.fn() })).toThrow(TypeError);
  });
});
