import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { visibleText } from "../../../../shared/display/visible-text.ts";

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

/** What the product promises to show, spelled out and not taken from Unicode's tables. */
const unseen: readonly (readonly [name: string, codePoints: readonly number[]])[] = [
  ["C0 controls", range(0x00, 0x1f)],
  ["DEL and C1 controls", range(0x7f, 0x9f)],
  ["soft hyphen, combining grapheme joiner", [0xad, 0x34f]],
  ["bidirectional controls", [0x61c, 0x200e, 0x200f, ...range(0x202a, 0x202e), ...range(0x2066, 0x2069)]],
  ["zero-width characters", [0x200b, 0x200c, 0x200d, 0x2060, 0xfeff]],
  ["invisible operators and deprecated controls", [...range(0x2061, 0x2064), ...range(0x206a, 0x206f)]],
  ["line and paragraph separators", [0x2028, 0x2029]],
  ["Hangul fillers and the blank Braille pattern", [0x115f, 0x1160, 0x3164, 0xffa0, 0x2800]],
  ["interlinear annotations", [0xfff9, 0xfffa, 0xfffb]],
  ["variation selectors", [...range(0xfe00, 0xfe0f), 0xe0100, 0xe01ef]],
  ["tag characters", [0xe0001, ...range(0xe0020, 0xe007f)]],
  ["lone surrogates", [0xd800, 0xdbff, 0xdc00, 0xdfff]],
];

describe("becomes visible", () => {
  test.each(unseen)("%s", (_, codePoints) => {
    for (const codePoint of codePoints) {
      const shown = `‹U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}›`;
      expect(visibleText(`a${String.fromCodePoint(codePoint)}b`)).toBe(`a${shown}b`);
    }
  });

  it("an override that would turn the name around", () => {
    expect(visibleText("\u202emoc.elpmaxe\u202c")).toBe("‹U+202E›moc.elpmaxe‹U+202C›");
  });
});

describe("stays as it is", () => {
  test.each([
    "",
    "www.example.com",
    "Bücher & Söhne <GmbH> \"x\" 'y' \\z",
    "株式会社　例",
    "شركة مثال",
    "חברה לדוגמה",
    "e\u0301 ﷺ \u00a0 🔒 𝕏",
    "‹U+202E›",
  ])("%s", (text) => {
    expect(visibleText(text)).toBe(text);
  });
});

describe("long text", () => {
  test.each<[text: string, maxLength: number, shown: string]>([
    ["abcdef", 6, "abcdef"],
    ["abcdefg", 6, "abcde…"],
    ["abc", 1, "…"],
    ["🔒🔒🔒", 3, "🔒🔒🔒"],
    ["🔒🔒🔒🔒", 3, "🔒🔒…"],
    // an escape is never cut in two
    ["ab\u202e", 10, "ab‹U+202E›"],
    ["ab\u202e", 9, "ab…"],
    ["ab\u202ec", 10, "ab…"],
    ["ab\u202ec", 11, "ab‹U+202E›c"],
  ])("%j at most %i", (text, maxLength, shown) => {
    expect(visibleText(text, maxLength)).toBe(shown);
  });

  it("is cut at 500 where nothing else is said, however long it is", () => {
    expect(visibleText("x".repeat(50_000_000))).toBe(`${"x".repeat(499)}…`);
  });
});

describe("any text", () => {
  const hostile = fc.string({
    unit: fc.oneof(
      fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
      fc.nat(0xffff).map((unit) => String.fromCharCode(unit)),
    ),
  });

  it("comes out well formed, without anything unseen, within its length", () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 60 }), (text, maxLength) => {
        const shown = visibleText(text, maxLength);
        expect(shown).not.toMatch(/\p{Cs}/u);
        expect(shown).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}]/u);
        expect([...shown].length).toBeLessThanOrEqual(maxLength);
      }),
      { numRuns: 1000 },
    );
  });

  it("shown is shown the same again", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = visibleText(text, Number.POSITIVE_INFINITY);
        expect(visibleText(shown, Number.POSITIVE_INFINITY)).toBe(shown);
      }),
    );
  });
});
