import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { allObservations, findObservation, keepObservation } from "../../../../extension/src/store/observations.ts";
import { forgetPrivateTab } from "../../../../extension/src/store/private-observations.ts";
import { readObservation, storeObservation } from "../../../../extension/src/store/stored-observation.ts";
import { findObservationFor, keepObservationOf } from "../../../../extension/src/store/tab-observations.ts";
import type { Observation } from "../../../../shared/observation/observation.ts";
import { browser, fake } from "../../../support/fake-browser.ts";

const seen = (more: Partial<Observation> = {}): Observation => ({
  origin: "https://a.test",
  via: "chromium-security-info",
  seenAt: 1,
  trust: "trusted",
  ...more,
});

const { session } = browser.storage;

beforeEach(() => fake.reset());

describe("a stored observation", () => {
  const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
  const observation = fc
    .record({
      origin: fc.webUrl().map((url) => new URL(url).origin),
      via: fc.constantFrom("firefox-security-info", "net-error", "owned"),
      seenAt: fc.integer(),
      trust: fc.constantFrom("trusted", "refused", "not-told"),
      leaf: optional(fc.uint8Array({ maxLength: 70_000 })),
      detail: optional(fc.string()),
      notAfter: optional(fc.integer()),
      publicRoot: optional(fc.boolean()),
    })
    .map((record) => JSON.parse(JSON.stringify({ ...record, leaf: undefined })) && stripped(record));
  const stripped = (record: object): Observation =>
    Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as unknown as Observation;

  it("comes back from JSON as it was", () => {
    fc.assert(
      fc.property(observation, (value) => {
        expect(readObservation(JSON.parse(JSON.stringify(storeObservation(value))))).toEqual(value);
      }),
      { numRuns: 50 },
    );
  });

  it.each([null, 7, "x", {}, { origin: 1 }, { ...seen(), via: "a stranger" }, { ...seen(), trust: "fine" }])(
    "is not read from %j",
    (value) => {
      expect(readObservation(value)).toBeUndefined();
    },
  );

  it("is not read from a leaf that is no base64, nor thrown about", () => {
    expect(readObservation({ ...seen(), leaf: "%%%" })).toBeUndefined();
  });
});

describe("the session's observations", () => {
  it("are found by origin, port included", async () => {
    await keepObservation(seen({ sha256: "aa" }));
    await keepObservation(seen({ origin: "https://a.test:8443", sha256: "bb" }));
    expect((await findObservation("https://a.test"))?.sha256).toBe("aa");
    expect((await findObservation("https://a.test:8443"))?.sha256).toBe("bb");
    expect(await findObservation("https://b.test")).toBeUndefined();
  });

  it("are replaced by a renewed certificate, and not by a source that was told nothing", async () => {
    await keepObservation(seen({ sha256: "aa", leaf: Uint8Array.of(1) }));
    await Promise.all([
      keepObservation(seen({ sha256: "bb", leaf: Uint8Array.of(2), seenAt: 2 })),
      keepObservation(seen({ trust: "not-told", seenAt: 3 })),
    ]);
    expect((await findObservation("https://a.test"))?.sha256).toBe("bb");
  });

  it("wait for the writes that were begun", async () => {
    void keepObservation(seen({ sha256: "aa" }));
    expect((await findObservation("https://a.test"))?.sha256).toBe("aa");
  });

  it("give way to the newer ones when the store is full", async () => {
    for (let at = 0; at < 10; at += 1) await keepObservation(seen({ origin: `https://s${at}.test`, seenAt: at }));
    session.quota = JSON.stringify(await browser.storage.session.get(null)).length;
    await keepObservation(seen({ origin: "https://last.test", seenAt: 100, detail: "x".repeat(200) }));
    const kept = (await allObservations()).map(({ origin }) => origin);
    expect(kept).toContain("https://last.test");
    expect(kept).toContain("https://s9.test");
    expect(kept).not.toContain("https://s0.test");
  });

  it("say so when even that does not help, and go on afterwards", async () => {
    session.quota = 10;
    await expect(keepObservation(seen())).rejects.toThrow(/quota/);
    session.quota = Number.POSITIVE_INFINITY;
    await keepObservation(seen({ sha256: "cc" }));
    expect((await findObservation("https://a.test"))?.sha256).toBe("cc");
  });
});

describe("a private window", () => {
  beforeEach(() => {
    fake.tabs.set(1, { id: 1, url: "https://a.test/", incognito: true });
    fake.tabs.set(2, { id: 2, url: "https://a.test/", incognito: false });
    forgetPrivateTab(1);
  });

  it("is shown and never stored", async () => {
    await keepObservationOf(1, seen({ sha256: "aa" }));
    expect((await findObservationFor(1, "https://a.test"))?.sha256).toBe("aa");
    expect(await browser.storage.session.get(null)).toEqual({});
    expect(await browser.storage.local.get(null)).toEqual({});
  });

  it("does not tell other windows", async () => {
    await keepObservationOf(1, seen({ sha256: "aa" }));
    expect(await findObservationFor(2, "https://a.test")).toBeUndefined();
    await keepObservationOf(2, seen({ sha256: "bb" }));
    expect((await findObservationFor(1, "https://a.test"))?.sha256).toBe("aa");
  });

  it("is forgotten with its tab", async () => {
    await keepObservationOf(1, seen());
    forgetPrivateTab(1);
    expect(await findObservationFor(1, "https://a.test")).toBeUndefined();
  });

  it("keeps nothing for a tab that is gone", async () => {
    expect(await keepObservationOf(99, seen())).toBeUndefined();
    expect(await browser.storage.session.get(null)).toEqual({});
  });
});
