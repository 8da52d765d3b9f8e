import { beforeEach, describe, expect, it, vi } from "vitest";
import { knownObservation } from "../../../../extension/src/description/known-observation.ts";
import { switchSource } from "../../../../extension/src/platform/settings.ts";
import { existingDatabase } from "../../../../extension/src/store/connection.ts";
import type { Database } from "../../../../extension/src/store/database.ts";
import { keepObservation } from "../../../../extension/src/store/observations.ts";
import { type OwnedCertificate, ownedFor } from "../../../../extension/src/store/owned.ts";
import { forgetPrivateTab, keepPrivateObservation } from "../../../../extension/src/store/private-observations.ts";
import { findCertificate } from "../../../../extension/src/store/shown-certificates.ts";
import { findWatchedHost } from "../../../../extension/src/store/watch-list.ts";
import type { Observation } from "../../../../shared/observation/observation.ts";
import { failure, success } from "../../../../shared/result.ts";
import { fake } from "../../../support/fake-browser.ts";
import { day, now, watched } from "../../shared/watch/watched-hosts.ts";

vi.mock(import("../../../../extension/src/store/connection.ts"));
vi.mock(import("../../../../extension/src/store/watch-list.ts"));
vi.mock(import("../../../../extension/src/store/owned.ts"));
vi.mock(import("../../../../extension/src/store/shown-certificates.ts"));

const origin = "https://a.example";
const seen: Observation = {
  origin,
  via: "firefox-security-info",
  seenAt: now - 60_000,
  trust: "trusted",
  notBefore: now - day,
  notAfter: now + day,
};
const toldNothing: Observation = { origin, via: "chromium-security-info", seenAt: now, trust: "not-told" };
const leaf = new Uint8Array([1, 2, 3]);
const owned: OwnedCertificate = {
  sha256: "b".repeat(64),
  leaf,
  names: ["a.example"],
  notBefore: now - day,
  notAfter: now + 50 * day,
  addedAt: now - 30 * day,
};

/** The records: only the functions of the store that are asked look into it. */
const database = {} as Database;
const records = (host = watched("a.example"), certificate: OwnedCertificate | undefined = owned): void => {
  vi.mocked(existingDatabase).mockResolvedValue(success(database));
  vi.mocked(findWatchedHost).mockResolvedValue(success(host));
  vi.mocked(findCertificate).mockResolvedValue(success(leaf));
  vi.mocked(ownedFor).mockResolvedValue(success(certificate));
};
const known = async (): Promise<Observation | undefined> => (await knownObservation(1, origin, now)).observation;

beforeEach(() => {
  fake.reset();
  forgetPrivateTab(1);
  vi.resetAllMocks();
});

describe("what is known of an origin", () => {
  it.each([
    ["a certificate", seen],
    ["a refusal", { ...toldNothing, via: "net-error", trust: "outside-validity" } as const],
  ])("is what the session saw, whatever the records say: %s", async (_, observation) => {
    records();
    await keepObservation(observation);
    expect(await known()).toEqual(observation);
    expect(existingDatabase).not.toHaveBeenCalled();
  });

  it("is in a private window what that window saw, else the records", async () => {
    records();
    expect(await known()).toMatchObject({ via: "native-host" });
    keepPrivateObservation(1, seen);
    expect(await known()).toEqual(seen);
  });

  it("is what the watch list last saw, of the same port, where no source told anything", async () => {
    records();
    await keepObservation(toldNothing);
    expect(await known()).toMatchObject({ origin, via: "native-host", seenAt: now, leaf });
    expect(findWatchedHost).toHaveBeenCalledWith(database, "a.example:443");
    await knownObservation(1, "https://a.example:8443", now);
    expect(findWatchedHost).toHaveBeenLastCalledWith(database, "a.example:8443");
  });

  it("is the user's own certificate where the watch list knows nothing of late", async () => {
    records(watched("a.example", { seen: { seenAt: now - 8 * day } }));
    expect(await known()).toEqual({
      origin,
      via: "owned",
      trust: "not-told",
      seenAt: now - 30 * day,
      leaf,
      sha256: owned.sha256,
    });
    expect(ownedFor).toHaveBeenCalledWith(database, "a.example", now);
  });

  it("is not an own certificate that has ended, nor any where that is switched off", async () => {
    records(watched("a.example", { seen: { seenAt: now - 8 * day } }), { ...owned, notAfter: now - 1 });
    await keepObservation(toldNothing);
    expect(await known()).toEqual(toldNothing);
    records(watched("a.example", { seen: { seenAt: now - 8 * day } }));
    await switchSource("owned", false);
    expect(await known()).toEqual(toldNothing);
    expect(ownedFor).toHaveBeenCalledOnce();
  });

  it.each([
    ["there is no database", undefined],
    ["the database does not open", failure({ code: "future-version", found: 9, known: 3 } as const)],
  ])("is nothing where %s", async (_, opened) => {
    vi.mocked(existingDatabase).mockResolvedValue(opened);
    expect(await known()).toBeUndefined();
  });
});
