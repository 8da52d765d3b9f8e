import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { certificateAccess } from "../../../../extension/src/platform/capabilities.ts";
import { keepObservation } from "../../../../extension/src/store/observations.ts";
import type { Observation } from "../../../../shared/observation/observation.ts";
import { browser, fake } from "../../../support/fake-browser.ts";

const which = vi.hoisted(() => ({ isFirefox: false }));
vi.mock("../../../../extension/src/platform/which-browser.ts", () => which);

const told: Observation = {
  origin: "https://told.test",
  via: "chromium-security-info",
  seenAt: 1,
  trust: "trusted",
  leaf: Uint8Array.of(1),
  sha256: "00",
};
const silent: Observation = {
  origin: "https://silent.test",
  via: "chromium-security-info",
  seenAt: 2,
  trust: "not-told",
};
const refused: Observation = { origin: "https://x.test", via: "net-error", seenAt: 3, trust: "outside-validity" };
const inFirefox = (one: Observation): Observation => ({ ...one, via: "firefox-security-info" });

beforeEach(() => fake.reset());
afterEach(() => {
  which.isFirefox = false;
  vi.restoreAllMocks();
});

describe("how the browser tells of certificates", () => {
  it.each<[string, boolean, readonly Observation[], Observation | undefined, string]>([
    ["Chromium, nothing opened", false, [], undefined, "not-told-yet"],
    ["Chromium, a page that told nothing", false, [silent], undefined, "flag-off"],
    ["Chromium, that page in a private window", false, [], silent, "flag-off"],
    ["Chromium, some told and some did not", false, [silent, told], undefined, "works"],
    ["Chromium, some told, the page in front did not", false, [told], silent, "works"],
    ["Chromium, only an error page", false, [refused], undefined, "not-told-yet"],
    ["Firefox, nothing opened", true, [], undefined, "not-told-yet"],
    ["Firefox, a page that told nothing", true, [inFirefox(silent)], undefined, "not-told-yet"],
    ["Firefox, that page in a private window", true, [], inFirefox(silent), "not-told-yet"],
    ["Firefox, some told and some did not", true, [inFirefox(silent), inFirefox(told)], undefined, "works"],
  ])("%s", async (_, isFirefox, seen, here, access) => {
    which.isFirefox = isFirefox;
    for (const one of seen) await keepObservation(one);
    expect(await certificateAccess(here)).toBe(access);
  });

  it("cannot be known without site access", async () => {
    await keepObservation(told);
    vi.spyOn(browser.permissions, "contains").mockResolvedValue(false);
    expect(await certificateAccess()).toBe("no-site-access");
  });
});
