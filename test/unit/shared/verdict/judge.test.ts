import { beforeAll, describe, expect, it } from "vitest";
import type { Observation } from "../../../../shared/observation/observation.ts";
import { judge } from "../../../../shared/verdict/judge.ts";
import { defaultThresholds, type Level, type Verdict } from "../../../../shared/verdict/verdict.ts";
import { createAuthority, type LeafWish, type TestAuthority } from "../../../support/authority/authority.ts";

const day = 86_400_000;
const now = Date.UTC(2026, 10, 22, 12);
const host = "www.example.test";

let authority: TestAuthority;
beforeAll(async () => {
  authority = await createAuthority(now);
});

type Wish = Partial<LeafWish> & { readonly selfSigned?: boolean };

async function observed(wish: Wish, more: Partial<Observation> = {}): Promise<Observation> {
  const whole = { names: [host], notBefore: now - 100 * day, notAfter: now + 100 * day, ...wish };
  const { der } = wish.selfSigned ? await authority.selfSign(whole) : await authority.issue(whole);
  return { origin: `https://${host}`, via: "native-host", seenAt: now, trust: "trusted", leaf: der, ...more };
}

const verdictOn = (observation: Observation | undefined): Verdict =>
  judge({ observation, now, thresholds: defaultThresholds, distrust: [] });

describe("the verdict", () => {
  it.each<[string, Wish, Partial<Observation>, Level, readonly string[]]>([
    ["trusted and fresh", {}, {}, "ok", []],
    ["due", { notAfter: now + 20 * day }, {}, "due", ["renewal-due"]],
    ["urgent", { notAfter: now + 2 * day }, {}, "urgent", ["renewal-urgent"]],
    ["expired", { notAfter: now - day }, {}, "expired", ["expired"]],
    ["expired and refused for it", { notAfter: now - day }, { trust: "outside-validity" }, "expired", ["expired"]],
    ["not yet valid", { notBefore: now + day }, {}, "not-yet-valid", ["not-yet-valid"]],
    ["not trusted", {}, { trust: "untrusted" }, "broken", ["untrusted"]],
    ["self-signed", { selfSigned: true }, { trust: "untrusted" }, "broken", ["untrusted"]],
    ["wrong name, told by the browser", {}, { trust: "wrong-name" }, "broken", ["wrong-name"]],
    ["wrong name, found by us", { names: ["other.test"] }, { trust: "untrusted" }, "broken", ["wrong-name"]],
    ["wildcard covers", { names: ["*.example.test"] }, { trust: "untrusted" }, "broken", ["untrusted"]],
    ["faulty, by an unknown issuer", {}, { trust: "faulty" }, "broken", ["untrusted"]],
    ["faulty, by its name", { names: ["other.test"] }, { trust: "faulty" }, "broken", ["wrong-name"]],
    ["faulty, because it has expired", { notAfter: now - day }, { trust: "faulty" }, "expired", ["expired"]],
    ["revoked", {}, { trust: "revoked" }, "broken", ["revoked"]],
    [
      "broken and due says both",
      { notAfter: now + 9 * day },
      { trust: "untrusted" },
      "broken",
      ["untrusted", "renewal-due"],
    ],
    [
      "expired and untrusted says both",
      { notAfter: now - day },
      { trust: "untrusted" },
      "expired",
      ["expired", "untrusted"],
    ],
    ["an intermediate has ended", {}, { trust: "outside-validity" }, "broken", ["outside-validity"]],
    ["a weak key", { key: "rsa-1024" }, {}, "broken", ["weak-key"]],
    ["nobody judged", {}, { trust: "not-told" }, "ok", []],
  ])("%s", async (_, wish, more, level, codes) => {
    const verdict = verdictOn(await observed(wish, more));
    expect({ level: verdict.level, codes: verdict.reasons.map(({ code }) => code) }).toEqual({ level, codes });
  });

  it("tells a self-signed certificate from an unknown authority", async () => {
    expect(verdictOn(await observed({ selfSigned: true }, { trust: "untrusted" })).reasons).toEqual([
      { code: "untrusted", selfSigned: true },
    ]);
    expect(verdictOn(await observed({}, { trust: "untrusted" })).reasons).toEqual([
      { code: "untrusted", selfSigned: false },
    ]);
  });

  it("gives the durations in milliseconds", async () => {
    expect(verdictOn(await observed({}))).toMatchObject({
      notBefore: now - 100 * day,
      notAfter: now + 100 * day,
      remaining: 100 * day,
      lifetime: 200 * day,
    });
  });

  it("names an issuer that browsers distrust", async () => {
    const observation = await observed({});
    const distrust = [{ issuer: "Test CA", after: "2026-01-01", by: "browsers", patterns: [{ o: "Sectigo Limited" }] }];
    const verdict = judge({ observation, now, thresholds: defaultThresholds, distrust });
    expect(verdict).toMatchObject({ level: "broken", reasons: [{ code: "distrusted-issuer", issuer: "Test CA" }] });
  });
});

describe("the verdict without a certificate", () => {
  const bare: Observation = { origin: `https://${host}`, via: "net-error", seenAt: now, trust: "not-told" };

  it.each<[string, Observation | undefined, Level, readonly string[]]>([
    ["nothing was seen", undefined, "unknown", ["unseen"]],
    ["the browser does not tell", bare, "unknown", ["unseen"]],
    ["refused for its dates", { ...bare, trust: "outside-validity", detail: "x" }, "expired", ["outside-validity"]],
    ["refused for its issuer", { ...bare, trust: "untrusted" }, "broken", ["untrusted"]],
    ["refused for its name", { ...bare, trust: "wrong-name" }, "broken", ["wrong-name"]],
    ["refused otherwise", { ...bare, trust: "refused", detail: "x" }, "broken", ["refused"]],
    [
      "bytes that are no certificate",
      { ...bare, trust: "trusted", leaf: Uint8Array.of(1, 2) },
      "unknown",
      ["unreadable"],
    ],
  ])("%s", (_, observation, level, codes) => {
    const verdict = verdictOn(observation);
    expect({ level: verdict.level, codes: verdict.reasons.map(({ code }) => code) }).toEqual({ level, codes });
    expect(verdict.remaining).toBeUndefined();
  });

  it("uses the source's dates where the certificate cannot be read", () => {
    const dates = { notBefore: now - 10 * day, notAfter: now + 100 * day };
    expect(verdictOn({ ...bare, trust: "trusted", leaf: Uint8Array.of(1), ...dates })).toMatchObject({
      level: "ok",
      remaining: 100 * day,
    });
  });
});
