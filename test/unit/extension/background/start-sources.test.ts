import { beforeEach, describe, expect, it, vi } from "vitest";
import { startSources } from "../../../../extension/src/background/start-sources.ts";

const event = () => {
  const listeners = new Set<unknown>();
  return {
    listeners,
    addListener: (listener: unknown) => listeners.add(listener),
    removeListener: (listener: unknown) => listeners.delete(listener),
  };
};

describe("starting the sources", () => {
  const webRequest = { onHeadersReceived: event(), onErrorOccurred: event() };
  beforeEach(() => {
    vi.stubGlobal("chrome", { webRequest });
    return () => vi.unstubAllGlobals();
  });

  it("again replaces every listener and doubles none", () => {
    startSources(async () => undefined);
    const before = [...webRequest.onHeadersReceived.listeners];
    expect(before).toHaveLength(2);
    startSources(async () => undefined);
    const after = [...webRequest.onHeadersReceived.listeners];
    expect(after).toHaveLength(2);
    expect(after.some((listener) => before.includes(listener))).toBe(false);
  });
});
