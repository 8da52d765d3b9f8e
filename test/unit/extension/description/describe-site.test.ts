import { beforeEach, describe, expect, it, vi } from "vitest";
import { describeSite } from "../../../../extension/src/description/describe-site.ts";
import { saveSettings } from "../../../../extension/src/platform/settings.ts";
import { keepObservation } from "../../../../extension/src/store/observations.ts";
import type { Observation } from "../../../../shared/observation/observation.ts";
import { createAuthority } from "../../../support/authority/authority.ts";
import { fake } from "../../../support/fake-browser.ts";

const day = 86_400_000;
const now = Date.UTC(2026, 10, 22, 12);
const seen: Observation = {
  origin: "https://a.test",
  via: "firefox-security-info",
  seenAt: now - 4000,
  trust: "trusted",
  notBefore: now - 100 * day,
  notAfter: now + 40 * day,
};
const { notBefore: _from, notAfter: _until, ...bare } = seen;

// No database was made.
vi.stubGlobal("indexedDB", { databases: async () => [] });

beforeEach(() => fake.reset());

describe("a site described for the popup", () => {
  it("is judged by the user's thresholds", async () => {
    await keepObservation(seen);
    expect(await describeSite(1, "https://a.test", now)).toMatchObject({ level: "ok", short: "40", age: 4000 });
    await saveSettings({ thresholds: { dueDays: 45, urgentDays: 7 }, helpCenter: "" });
    expect(await describeSite(1, "https://a.test", now)).toMatchObject({ level: "due", short: "40" });
  });

  it("is the origin's own: another port is another site", async () => {
    await keepObservation(seen);
    expect(await describeSite(1, "https://a.test:8443", now)).toBeNull();
  });

  it("names the authority from the list that the build wrote", async () => {
    const { der } = await (await createAuthority(now)).issue({
      names: ["a.test"],
      notBefore: now - day,
      notAfter: now + day,
    });
    await keepObservation({ ...bare, leaf: der });
    expect(await describeSite(1, "https://a.test", now)).toMatchObject({
      issuerRoute: { kind: "authority", authority: { id: "sectigo", name: "Sectigo", route: "renew" } },
    });
  });

  it.each([
    ["nothing", { ...bare, trust: "not-told" as const }, null],
    ["trust alone", bare, null],
    ["a refusal", { ...bare, trust: "outside-validity" as const }, { level: "expired" }],
  ])("of which the browser told %s", async (_, observation, described) => {
    await keepObservation(observation);
    const found = await describeSite(1, "https://a.test", now);
    if (described === null) expect(found).toBeNull();
    else expect(found).toMatchObject(described);
  });
});
