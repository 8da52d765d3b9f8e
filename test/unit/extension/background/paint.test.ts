import { beforeEach, describe, expect, it } from "vitest";
import { paint } from "../../../../extension/src/background/paint.ts";
import { saveSettings } from "../../../../extension/src/platform/settings.ts";
import { keepObservation } from "../../../../extension/src/store/observations.ts";
import { keepPrivateObservation } from "../../../../extension/src/store/private-observations.ts";
import type { Observation } from "../../../../shared/observation/observation.ts";
import { browser, fake } from "../../../support/fake-browser.ts";

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

const open = (id: number, url: string, incognito = false): void => {
  fake.tabs.set(id, { id, url, incognito });
};
const badge = (id: number): unknown => fake.button.get(id)?.["text"];

beforeEach(() => fake.reset());

describe("painting a tab", () => {
  it("shows what is known of the tab's origin, port included", async () => {
    await keepObservation(lasting(150));
    await keepObservation(lasting(20, { origin: "https://a.test:8443" }));
    open(1, "https://a.test/path?query#fragment");
    open(2, "https://a.test:8443/");
    await paint(1);
    await paint(2);
    expect([badge(1), badge(2)]).toEqual(["150", "20"]);
    expect(fake.button.get(2)?.["title"]).toMatch(/^a\.test:8443: 20 days left, until .+\. Renewal is due\.$/);
    expect(fake.button.get(1)?.["colour"]).not.toBe(fake.button.get(2)?.["colour"]);
  });

  it.each(["http://a.test/", "about:blank", "chrome://newtab/", ""])("shows nothing on %j", async (url) => {
    await keepObservation(lasting(150));
    open(1, url);
    await paint(1);
    expect(fake.button.get(1)).toMatchObject({ text: "", title: "NotAfter" });
  });

  it("says unknown where nothing was seen", async () => {
    open(1, "https://never.test/");
    await paint(1);
    expect(badge(1)).toBe("?");
  });

  it("follows the user's thresholds", async () => {
    await keepObservation(lasting(50));
    open(1, "https://a.test/");
    await saveSettings({ thresholds: { dueDays: 50, urgentDays: 7 }, helpCenter: "" });
    await paint(1);
    expect(fake.button.get(1)?.["title"]).not.toMatch(/due/);
    await saveSettings({ thresholds: { dueDays: 51, urgentDays: 7 }, helpCenter: "" });
    await paint(1);
    // 150 days of life: a third is 50 days and one minute does not count against the user's 51.
    expect(fake.button.get(1)?.["title"]).not.toMatch(/due/);
    await keepObservation(lasting(49));
    await paint(1);
    expect(fake.button.get(1)?.["title"]).toMatch(/due/);
  });

  it("paints a private tab from its own memory", async () => {
    open(3, "https://a.test/", true);
    keepPrivateObservation(3, lasting(10));
    await paint(3);
    expect(badge(3)).toBe("10");
    expect(await browser.storage.session.get(null)).toEqual({});
  });

  it("does not let a slow paint of the page before overpaint the page after", async () => {
    await keepObservation(lasting(150));
    await keepObservation(lasting(20, { origin: "https://b.test" }));
    open(1, "https://a.test/");
    const first = paint(1);
    open(1, "https://b.test/");
    await Promise.all([first, paint(1)]);
    expect(badge(1)).toBe("20");
  });

  it("takes a tab that is gone without a word", async () => {
    await expect(paint(77)).resolves.toBeUndefined();
  });
});
