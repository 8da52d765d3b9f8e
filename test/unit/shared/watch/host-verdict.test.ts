import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type Observation, trusts } from "../../../../shared/observation/observation.ts";
import { judge } from "../../../../shared/verdict/judge.ts";
import { defaultThresholds } from "../../../../shared/verdict/verdict.ts";
import { verdictOf } from "../../../../shared/watch/host-verdict.ts";
import { seenCertificate } from "../../../../shared/watch/seen-certificate.ts";
import { createAuthority } from "../../../support/authority/authority.ts";
import { day, now, watched } from "./watched-hosts.ts";

const distrust = [{ issuer: "Sectigo", patterns: [{ o: "Sectigo Limited" }], after: "2020-01-01", by: "us" }];
const leaves: Uint8Array[] = [];
beforeAll(async () => {
  const authority = await createAuthority(now);
  const wish = { names: ["www.example.test"], notBefore: now - 100 * day, notAfter: now + 100 * day };
  leaves.push(
    (await authority.issue(wish)).der,
    (await authority.issue({ ...wish, names: ["other.test"], key: "rsa-1024" })).der,
    (await authority.selfSign({ ...wish, notAfter: now + 6 * day })).der,
    (await authority.issue({ ...wish, issuer: "O=Someone Else, CN=CA 1" })).der,
    new Uint8Array([0x30, 1, 2]),
  );
});

describe("the verdict on a watched host", () => {
  it("is judge's verdict on the observation, at any moment", () => {
    const observation: fc.Arbitrary<Observation> = fc
      .record({
        leaf: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
        trust: fc.constantFrom(...trusts),
        dates: fc.option(fc.tuple(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -300, max: 300 })), {
          nil: undefined,
        }),
      })
      .map(({ leaf, trust, dates }) => ({
        origin: "https://www.example.test",
        via: "native-host",
        seenAt: now,
        trust: trust as Observation["trust"],
        ...(leaf !== undefined && { leaf: leaves[leaf] ?? new Uint8Array(), sha256: "a".repeat(64) }),
        ...(dates && { notBefore: now + dates[0] * day, notAfter: now + dates[1] * day }),
      }));
    fc.assert(
      fc.property(observation, fc.integer({ min: -200, max: 200 }), (seen, days) => {
        const later = now + days * day;
        const lastSeen = seenCertificate(seen, distrust);
        if (lastSeen === undefined) {
          expect(seen.trust).toBe("not-told");
          return;
        }
        const asJudged = judge({ observation: seen, now: later, thresholds: defaultThresholds, distrust });
        expect(verdictOf({ lastSeen }, later, defaultThresholds)).toEqual(asJudged);
      }),
      { numRuns: 1000 },
    );
  });

  it("is unknown where nothing was seen, and goes by the host's own thresholds", () => {
    const { lastSeen: _, ...unseen } = watched("a.example");
    expect(verdictOf(unseen, now, defaultThresholds)).toEqual({ level: "unknown", reasons: [{ code: "unseen" }] });
    const host = watched("a.example", { ahead: 50, behind: 300, thresholds: { dueDays: 60, urgentDays: 7 } });
    expect(verdictOf(host, now, defaultThresholds).level).toBe("due");
    expect(verdictOf(watched("a.example", { ahead: 50, behind: 300 }), now, defaultThresholds).level).toBe("ok");
  });
});
