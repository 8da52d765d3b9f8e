import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkSimplePattern } from "../../../../shared/guide/simple-pattern.ts";

describe("simple patterns", () => {
  test.each([
    "Sectigo .+",
    "[RE]\\d\\d?",
    "Entrust (?:DV|OV) CA \\d{1}",
    "a(b|c)?d",
    "GoDaddy\\.com, Inc\\.",
    "x{2,5}",
    "[^,]+",
  ])("%s is one", (pattern) => {
    expect(checkSimplePattern(pattern)).toEqual({ ok: true, value: pattern });
  });

  test.each([
    "(a+)+",
    "(a|b)*",
    "(?:a){2}",
    "a+b+",
    "a*b{2,9}",
    "(?=a)b",
    "(?!a)b",
    "(?<=a)b",
    "(?<n>a)",
    "(a)\\1",
    "^a",
    "a$",
    "a\\b",
    "a++",
    "a+?",
    "[",
    "(",
    ")",
    "*",
    "\\p{L}",
    "a?b?c?d?e?",
    "(a)(b)(c)(d)(e)",
    "a".repeat(201),
  ])("%s is none", (pattern) => {
    expect(checkSimplePattern(pattern).ok).toBe(false);
  });

  test("what is accepted compiles, and ends soon on any text", () => {
    const piece = fc.constantFrom(
      "a",
      "b",
      ".",
      "a+",
      "a?",
      "(a|aa)",
      "(?:a|b)?",
      "[ab]*",
      "\\d",
      "a{1,9}",
      "(",
      ")",
      "|",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const checked = checkSimplePattern(pieces.join(""));
        if (!checked.ok) return;
        // A pattern that backtracks without end would outlast the test's time limit here.
        expect(new RegExp(`^(?:${checked.value})$`, "iu").test(`${"a".repeat(255)}!`)).toBeTypeOf("boolean");
      }),
      { numRuns: 1000 },
    );
  });
});
