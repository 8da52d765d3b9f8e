import { describe, expect, it } from "vitest";
import { lastSeenObservation } from "../../../../shared/watch/last-seen.ts";
import { seenCertificate } from "../../../../shared/watch/seen-certificate.ts";
import { day, now, watched } from "./watched-hosts.ts";

const origin = "https://a.example";
const seenAgo = (days: number, more: { ahead?: number } = {}) =>
  watched("a.example", { ...more, seen: { seenAt: now - days * day } });

describe("what the watch list last saw", () => {
  it("stands for the site with the time and the source of that check", () => {
    const host = seenAgo(1);
    const leaf = new Uint8Array([1]);
    const observation = lastSeenObservation(origin, host, leaf, now);
    expect(observation).toEqual({
      origin,
      via: "native-host",
      trust: "trusted",
      seenAt: now - day,
      sha256: host.lastSeen?.sha256,
      notBefore: host.lastSeen?.notBefore,
      notAfter: host.lastSeen?.notAfter,
      leaf,
    });
    expect(lastSeenObservation(origin, host, undefined, now)).not.toHaveProperty("leaf");
  });

  it("gives back the observation that it was made of", () => {
    const seen = {
      origin,
      via: "own-fetch",
      trust: "untrusted",
      seenAt: now - 1000,
      notBefore: now - day,
      notAfter: now + day,
      sha256: "a".repeat(64),
    } as const;
    const lastSeen = seenCertificate(seen, []);
    expect(lastSeenObservation(origin, lastSeen ? { lastSeen } : {}, undefined, now)).toEqual(seen);
  });

  it.each([
    ["nothing was seen", {}],
    ["a week and more has gone by", seenAgo(7.1)],
    ["it has ended since", seenAgo(2, { ahead: -1 })],
    [
      "no dates were told",
      {
        lastSeen: {
          names: [],
          trust: "refused",
          via: "net-error",
          seenAt: now,
          faults: [],
          faultsOutside: [],
          undated: "broken",
        } as const,
      },
    ],
  ])("tells nothing where %s", (_, host) => {
    expect(lastSeenObservation(origin, host, undefined, now)).toBeUndefined();
  });

  it("tells of a certificate that was served after its end", () => {
    expect(lastSeenObservation(origin, seenAgo(1, { ahead: -3 }), undefined, now)).toBeDefined();
  });
});
