import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanNote, cleanTags, cleanText } from "../../../../shared/watch/user-text.ts";
import { hostileText } from "./watched-hosts.ts";

describe("texts of users", () => {
  it.each([
    ["", ""],
    ["Ask Ada.", "Ask Ada."],
    ["  two  spaces\t", "two spaces"],
    ["line\r\nline\0", "line line"],
    ["u\u0308", "ü"],
    ["\ud800", ""],
    ["🦊".repeat(1001), "🦊".repeat(1000)],
    ["x".repeat(1001), "x".repeat(1000)],
  ])("%.20j become %.20j", (text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  it("are clean after once, on one line", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const clean = cleanText(text);
        expect(cleanText(clean)).toBe(clean);
        expect(clean).not.toMatch(/[\p{Cc}\u2028]|^\s|\s$/u);
        const tags = cleanTags([text, clean]);
        expect(cleanTags(tags)).toEqual(tags);
      }),
    );
  });

  it.each([
    ["one line ", "one line"],
    [" first \r\nsecond\u2028third\r", "first\nsecond\nthird"],
    ["\n\na\n\n\n \nb\0c\n", "a\n\nb c"],
    ["\n \n", ""],
    [`${"x".repeat(999)}\n${"y".repeat(9)}`, "x".repeat(999)],
  ])("as notes keep their lines: %.20j", (text, clean) => {
    expect(cleanNote(text)).toBe(clean);
  });

  it("as notes are clean after once", () => {
    fc.assert(
      fc.property(hostileText, hostileText, (one, other) => {
        const clean = cleanNote(`${one}\n${other}`);
        expect(cleanNote(clean)).toBe(clean);
        expect(clean.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u2028]/u);
        expect(clean).not.toMatch(/^\s|\s$|\n{3}/u);
      }),
    );
  });

  it("as tags come once, without separators, twenty at most", () => {
    expect(cleanTags(["Shop", "shop", "a;b", "", ","])).toEqual(["Shop", "a b"]);
    expect(cleanTags(Array.from({ length: 30 }, (_, index) => `t${index}`))).toHaveLength(20);
  });
});
