import { beforeEach, describe, expect, it, vi } from "vitest";
import { followSwitches, startSources } from "../../../../extension/src/background/start-sources.ts";
import { switchSource } from "../../../../extension/src/platform/settings.ts";
import type { Observation } from "../../../../shared/observation/observation.ts";
import { fake } from "../../../support/fake-browser.ts";
import { until } from "../../../support/until.ts";

type Listener = (details: unknown) => void;
const event = () => {
  const listeners = new Set<Listener>();
  return {
    listeners,
    addListener: (listener: Listener) => listeners.add(listener),
    removeListener: (listener: Listener) => listeners.delete(listener),
  };
};

const webRequest = { onHeadersReceived: event(), onErrorOccurred: event() };
const page = { tabId: 1, url: "https://a.test/", timeStamp: 1, documentLifecycle: "active" };
const load = () => {
  for (const listener of webRequest.onHeadersReceived.listeners) listener(page);
};

beforeEach(() => {
  fake.reset();
  vi.stubGlobal("chrome", { webRequest });
  return () => vi.unstubAllGlobals();
});

describe("starting the sources", () => {
  it("again replaces every listener and doubles none", () => {
    startSources(async () => undefined);
    const before = [...webRequest.onHeadersReceived.listeners];
    expect(before).toHaveLength(2);
    startSources(async () => undefined);
    const after = [...webRequest.onHeadersReceived.listeners];
    expect(after).toHaveLength(2);
    expect(after.some((listener) => before.includes(listener))).toBe(false);
  });

  it("hears the event that is waiting, before the settings are read", async () => {
    const seen: Observation[] = [];
    startSources(async (_, one) => void seen.push(one));
    load();
    await until("what was seen", () => seen.length > 0);
  });

  it("takes nothing from a source that is switched off, not even at once", async () => {
    await switchSource("chromium-security-info", false);
    const seen: Observation[] = [];
    startSources(async (_, one) => void seen.push(one));
    load();
    await until("the switch to be followed", () => webRequest.onHeadersReceived.listeners.size === 0);
    expect(seen).toEqual([]);
  });

  it("follows a switch, and leaves the other sources alone", async () => {
    const saw = async (): Promise<void> => undefined;
    startSources(saw);
    await followSwitches(saw);
    const [certificates] = webRequest.onHeadersReceived.listeners;
    await switchSource("chromium-security-info", false);
    await switchSource("native-host", true);
    await followSwitches(saw);
    expect(webRequest.onHeadersReceived.listeners.size).toBe(0);
    await switchSource("chromium-security-info", true);
    await followSwitches(saw);
    await followSwitches(saw);
    expect(webRequest.onHeadersReceived.listeners.size).toBe(2);
    expect(webRequest.onHeadersReceived.listeners.has(certificates ?? load)).toBe(false);
  });
});
