import { beforeEach, describe, expect, it } from "vitest";
import {
  defaultSettings,
  loadSettings,
  readSettings,
  saveSettings,
} from "../../../../extension/src/platform/settings.ts";
import { fake } from "../../../support/fake-browser.ts";

beforeEach(() => fake.reset());

describe("the settings", () => {
  it.each([undefined, null, 7, "x", [], {}, { nativeHost: "yes" }, { nativeHost: 1 }])(
    "leave the companion program off when %j stands in the store",
    (stored) => {
      expect(readSettings(stored)).toEqual(defaultSettings);
      expect(readSettings(stored).nativeHost).toBe(false);
    },
  );

  it("are kept beside each other: what is typed and what is switched", async () => {
    await saveSettings({ nativeHost: true });
    await saveSettings({ thresholds: { dueDays: 45, urgentDays: 3 }, helpCenter: "https://help.example/" });
    expect(await loadSettings()).toEqual({
      thresholds: { dueDays: 45, urgentDays: 3 },
      helpCenter: "https://help.example/",
      nativeHost: true,
    });
    await saveSettings({ nativeHost: false });
    expect(await loadSettings()).toMatchObject({ thresholds: { dueDays: 45 }, nativeHost: false });
  });
});
