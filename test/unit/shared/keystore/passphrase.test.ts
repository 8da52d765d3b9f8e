import { describe, expect, it, test } from "vitest";
import { checkPassphrase, passphraseBytes } from "../../../../shared/keystore/passphrase.ts";
import { estimateStrength } from "../../../../shared/keystore/passphrase-strength.ts";

describe("a passphrase typed twice", () => {
  test.each([
    ["12345678", "12345678"],
    ["  four words  ", "  four words  "],
    ["grüne Birnen", "gru\u0308ne Birnen"],
    ["🦊🦊🦊🦊🦊🦊🦊🦊", "🦊🦊🦊🦊🦊🦊🦊🦊"],
    ["x".repeat(1000), "x".repeat(1000)],
  ])("%j is taken", (first, second) => expect(checkPassphrase(first, second)).toEqual({ ok: true, value: first }));

  test.each([
    ["", "", "empty"],
    ["1234567", "1234567", "too-short"],
    ["🦊🦊🦊🦊", "🦊🦊🦊🦊", "too-short"],
    ["u\u0308u\u0308u\u0308u\u0308", "u\u0308u\u0308u\u0308u\u0308", "too-short"],
    ["x".repeat(1001), "x".repeat(1001), "too-long"],
    ["é".repeat(501), "é".repeat(501), "too-long"],
    ["12345678\n", "12345678\n", "control-character"],
    ["1234\u00005678", "1234\u00005678", "control-character"],
    ["12345678\ud800", "12345678\ud800", "not-text"],
    ["12345678", "12345679", "mismatch"],
    ["12345678", "12345678 ", "mismatch"],
  ])("%j, %j: %s", (first, second, code) => {
    expect(checkPassphrase(first, second)).toEqual({ ok: false, problem: { code } });
  });
});

it("is the same bytes however an accent was typed", () => {
  expect(passphraseBytes("e\u0301")).toEqual(Uint8Array.of(0xc3, 0xa9));
});

describe("strength", () => {
  test.each([
    ["", "weak"],
    ["password", "weak"],
    ["P4ssw0rd!2024", "weak"],
    ["Summer2026!", "weak"],
    ["qwertyuiop", "weak"],
    ["aaaaaaaaaaaaaaaaaaaa", "weak"],
    ["12345678901234567890", "weak"],
    ["passwordpasswordpassword", "weak"],
    ["correct horse", "weak"],
    ["kX9#vQ2m", "fair"],
    ["correct horse battery", "fair"],
    ["correct horse battery staple lamp", "strong"],
    ["kX9#vQ2mT7!wz4", "strong"],
    ["grüne Birnen fallen selten weit hinauf", "strong"],
  ] as const)("%j is %s", (passphrase, level) => expect(estimateStrength(passphrase).level).toBe(level));

  it("never falls when a word is added", () => {
    const words = ["lantern", "gravel", "seven", "orbit", "mustard", "fiddle"];
    const bits = words.map((_, index) => estimateStrength(words.slice(0, index + 1).join(" ")).bits);
    expect(bits).toEqual([...bits].sort((one, other) => one - other));
    expect(bits.at(-1)).toBeGreaterThanOrEqual(65);
  });

  it("is quick for a long text", () => {
    expect(estimateStrength("lorem ipsum ".repeat(5000)).level).toBe("strong");
  });
});
