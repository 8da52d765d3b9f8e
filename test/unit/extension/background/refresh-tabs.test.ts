import { beforeEach, describe, expect, it, vi } from "vitest";
import { keepForVisited, refreshTabs } from "../../../../extension/src/background/refresh-tabs.ts";
import { findObservation, keepObservation } from "../../../../extension/src/store/observations.ts";
import type { WatchNews } from "../../../../extension/src/store/watch-news.ts";
import type { Observation } from "../../../../shared/observation/observation.ts";
import { fake } from "../../../support/fake-browser.ts";

vi.stubGlobal("indexedDB", { databases: async () => [] });

const day = 86_400_000;
const seen = (days: number, seenAt = Date.now()): Observation => ({
  origin: "https://a.test",
  via: "firefox-security-info",
  seenAt,
  trust: "trusted",
  notBefore: Date.now() - 100 * day,
  notAfter: Date.now() + days * day + 60_000,
});

beforeEach(() => fake.reset());

describe("what a check saw", () => {
  it("replaces what an earlier visit saw", async () => {
    await keepObservation(seen(20, Date.now() - day));
    await keepForVisited({ ...seen(190), via: "own-fetch" });
    expect(await findObservation("https://a.test")).toMatchObject({ via: "own-fetch" });
  });

  it("is no visit of its own", async () => {
    await keepForVisited(seen(190));
    expect(await findObservation("https://a.test")).toBeUndefined();
  });
});

describe("tabs of watched hosts", () => {
  it.each<[WatchNews, readonly number[]]>([
    [["a.test:443"], [1]],
    [["a.test:8443", "b.test:443"], [2]],
    [["smtp://a.test:443"], []],
    ["everything", [1, 2]],
    [[], []],
  ])("are painted for %j: %j", async (news, painted) => {
    fake.tabs.set(1, { id: 1, url: "https://a.test/path", incognito: false });
    fake.tabs.set(2, { id: 2, url: "https://a.test:8443/", incognito: false });
    fake.tabs.set(3, { id: 3, url: "http://a.test/", incognito: false });
    await keepObservation(seen(150));
    await refreshTabs(news);
    expect([...fake.button.keys()].sort()).toEqual(painted);
  });
});
