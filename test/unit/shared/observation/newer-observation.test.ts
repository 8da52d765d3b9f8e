import { describe, expect, it } from "vitest";
import { newerObservation } from "../../../../shared/observation/newer-observation.ts";
import type { Observation } from "../../../../shared/observation/observation.ts";

const origin = "https://www.example.com";
const seen = (more: Partial<Observation>): Observation => ({
  origin,
  via: "chromium-security-info",
  seenAt: 1,
  trust: "trusted",
  ...more,
});
const old = seen({ leaf: Uint8Array.of(1), sha256: "01" });

describe("the newer observation", () => {
  it.each<[string, Observation | undefined, Observation, "known" | "seen"]>([
    ["nothing was known", undefined, seen({ trust: "not-told" }), "seen"],
    ["a renewed certificate replaces", old, seen({ leaf: Uint8Array.of(2), sha256: "02" }), "seen"],
    ["the same certificate is seen again later", old, seen({ ...old, seenAt: 2 }), "seen"],
    ["a refusal replaces", old, seen({ via: "net-error", trust: "untrusted" }), "seen"],
    ["a source that was told nothing does not", old, seen({ trust: "not-told" }), "known"],
    ["nor does it wipe out a refusal", seen({ trust: "untrusted" }), seen({ trust: "not-told" }), "known"],
  ])("%s", (_, known, next, expected) => {
    expect(newerObservation(known, next)).toBe(expected === "known" ? known : next);
  });

  it.each([
    [
      1_000,
      "the certificate with the browser's word",
      { ...old, via: "native-host", seenAt: 1_000, trust: "untrusted" },
    ],
    [5_001, "the refusal alone", seen({ via: "net-error", trust: "untrusted", seenAt: 5_001 })],
  ] as const)("of a refusal at %d ms after the native host's certificate is %s", (seenAt, _, kept) => {
    const refusal = seen({ via: "net-error", trust: "untrusted", seenAt });
    expect(newerObservation({ ...old, via: "native-host" }, refusal)).toEqual(kept);
  });
});
