import { describe, expect, it } from "vitest";
import { recordCheck, tellsNews } from "../../../../shared/watch/record-check.ts";
import type { SeenCertificate } from "../../../../shared/watch/watched-host.ts";
import { day, now, watched } from "./watched-hosts.ts";

const host = watched("a.example");
const known = host.lastSeen ?? expect.fail("no certificate");
const refusal: SeenCertificate = {
  names: [],
  trust: "untrusted",
  via: "net-error",
  seenAt: now + 1,
  faults: [{ code: "untrusted", selfSigned: undefined }],
  faultsOutside: [],
  undated: "broken",
};

describe("a browser's refusal without a certificate", () => {
  it("leaves the dates that are known, with what it holds against them", () => {
    const { lastSeen } = recordCheck(host, { outcome: "seen", seen: refusal }, now + 1);
    const { trust, via, seenAt, faults } = refusal;
    expect(lastSeen).toEqual({ ...known, trust, via, seenAt, faults });
    expect(lastSeen).not.toHaveProperty("undated");
  });

  it("is all that is known where nothing was", () => {
    const { lastSeen: _, ...fresh } = host;
    expect(recordCheck(fresh, { outcome: "seen", seen: refusal }, now + 1).lastSeen).toEqual(refusal);
  });
});

describe("what a visit tells of a watched host", () => {
  const later = (after: number, more: Partial<SeenCertificate> = {}) => ({ ...known, seenAt: now + after, ...more });

  it.each<[string, boolean, SeenCertificate]>([
    ["the same, soon after", false, later(1)],
    ["the same, a day after", true, later(day)],
    ["another certificate", true, later(1, { sha256: "f".repeat(64) })],
    ["another trust", true, later(1, { trust: "wrong-name" })],
    ["something older", false, later(-1, { sha256: "f".repeat(64) })],
  ])("%s: worth a write %j", (_, expected, seen) => {
    expect(tellsNews(host, seen)).toBe(expected);
  });

  it("is news of a host that was never seen, and of one that could not be reached", () => {
    const { lastSeen: _, ...fresh } = host;
    expect(tellsNews(fresh, later(0))).toBe(true);
    expect(tellsNews({ ...host, failures: 1 }, later(1))).toBe(true);
  });
});
