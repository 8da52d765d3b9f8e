import { beforeEach, describe, expect, it } from "vitest";
import {
  defaultSettings,
  loadSettings,
  readSettings,
  saveSettings,
  switchSource,
} from "../../../../extension/src/platform/settings.ts";
import { fake } from "../../../support/fake-browser.ts";

beforeEach(() => fake.reset());

describe("the settings", () => {
  it.each([undefined, null, 7, "x", [], {}, { sources: "yes" }, { sources: { "native-host": 1 } }])(
    "leave the companion program off when %j stands in the store",
    (stored) => {
      expect(readSettings(stored)).toEqual(defaultSettings);
      expect(readSettings(stored).sources["native-host"]).toBe(false);
    },
  );

  it("are kept beside each other: what is typed and what is switched", async () => {
    await switchSource("native-host", true);
    await saveSettings({ thresholds: { dueDays: 45, urgentDays: 3 }, helpCenter: "https://help.example/" });
    expect(await loadSettings()).toEqual({
      thresholds: { dueDays: 45, urgentDays: 3 },
      helpCenter: "https://help.example/",
      sources: { ...defaultSettings.sources, "native-host": true },
      notifications: true,
    });
    await switchSource("own-fetch", false);
    expect(await loadSettings()).toMatchObject({
      thresholds: { dueDays: 45 },
      sources: { "native-host": true, "own-fetch": false },
    });
  });
});
