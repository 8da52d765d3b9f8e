import { beforeEach, describe, expect, it, vi } from "vitest";
import { paint } from "../../../../extension/src/background/paint.ts";
import { saveSettings } from "../../../../extension/src/platform/settings.ts";
import { keepObservation } from "../../../../extension/src/store/observations.ts";
import { keepPrivateObservation } from "../../../../extension/src/store/private-observations.ts";
import type { Observation } from "../../../../shared/observation/observation.ts";
import { browser, fake } from "../../../support/fake-browser.ts";

const databases = vi.fn(async () => []);
vi.stubGlobal("indexedDB", { databases });

const day = 86_400_000;

const lasting = (days: number, more: Partial<Observation> = {}): Observation => ({
  origin: "https://a.test",
  via: "firefox-security-info",
  seenAt: Date.now(),
  trust: "trusted",
  notBefore: Date.now() - 100 * day,
  notAfter: Date.now() + days * day + 60_000,
  ...more,
});

const badge = (id: number): unknown => fake.button.get(id)?.["text"];

beforeEach(() => {
  fake.reset();
  databases.mockClear();
});

describe("painting a tab", () => {
  it("shows what is known of the tab's origin, port included", async () => {
    await keepObservation(lasting(150));
    await keepObservation(lasting(20, { origin: "https://a.test:8443" }));
    await paint({ id: 1, url: "https://a.test/path?query#fragment" });
    await paint({ id: 2, url: "https://a.test:8443/" });
    expect([badge(1), badge(2)]).toEqual(["150", "20"]);
    expect(fake.button.get(2)?.["title"]).toMatch(/^a\.test:8443: 20 days left, until .+\. Renewal is due\.$/);
    expect(fake.button.get(1)?.["colour"]).not.toBe(fake.button.get(2)?.["colour"]);
  });

  it.each(["http://a.test/", "about:blank", "chrome://newtab/", ""])("shows nothing on %j", async (url) => {
    await keepObservation(lasting(150));
    await paint({ id: 1, url });
    expect(fake.button.get(1)).toMatchObject({ text: "", title: "NotAfter" });
  });

  it("says unknown where nothing was seen", async () => {
    await paint({ id: 1, url: "https://never.test/" });
    expect(badge(1)).toBe("?");
  });

  it("asks the database only where the session knows nothing", async () => {
    await keepObservation(lasting(150));
    await paint({ id: 1, url: "https://a.test/" });
    expect(databases).not.toHaveBeenCalled();
    await paint({ id: 1, url: "https://never.test/" });
    expect(databases).toHaveBeenCalledOnce();
  });

  it("follows the user's thresholds", async () => {
    const page = { id: 1, url: "https://a.test/" };
    await keepObservation(lasting(50));
    await saveSettings({ thresholds: { dueDays: 50, urgentDays: 7 }, helpCenter: "" });
    await paint(page);
    expect(fake.button.get(1)?.["title"]).not.toMatch(/due/);
    await saveSettings({ thresholds: { dueDays: 51, urgentDays: 7 }, helpCenter: "" });
    await paint(page);
    // 150 days of life: a third is 50 days and one minute does not count against the user's 51.
    expect(fake.button.get(1)?.["title"]).not.toMatch(/due/);
    await keepObservation(lasting(49));
    await paint(page);
    expect(fake.button.get(1)?.["title"]).toMatch(/due/);
  });

  it("paints a private tab from its own memory", async () => {
    keepPrivateObservation(3, lasting(10));
    await paint({ id: 3, url: "https://a.test/" });
    expect(badge(3)).toBe("10");
    expect(await browser.storage.session.get(null)).toEqual({});
  });

  it("does not let a slow paint of the page before overpaint the page after", async () => {
    await keepObservation(lasting(150));
    await keepObservation(lasting(20, { origin: "https://b.test" }));
    await Promise.all([paint({ id: 1, url: "https://a.test/" }), paint({ id: 1, url: "https://b.test/" })]);
    await Promise.all([paint({ id: 1, url: "https://a.test/" }), paint({ id: 1, url: "about:blank" })]);
    expect(badge(1)).toBe("");
    await Promise.all([paint({ id: 1, url: "https://a.test/" }), paint({ id: 1, url: "https://b.test/" })]);
    expect(badge(1)).toBe("20");
  });
});
