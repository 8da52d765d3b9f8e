import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv, separatorOf, writeCsv } from "../../../../shared/watch/csv.ts";
import { hostileText } from "./watched-hosts.ts";

const cellsOf = (text: string, separator?: string) => {
  const read = readCsv(text, separator);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value.map(({ cells }) => cells);
};

describe("CSV", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+41", "'+41"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\tx", "'\tx"],
    ["＝1", "'＝1"],
    ["'=1", "''=1"],
    ["'tis", "'tis"],
    ["a=b", "a=b"],
    ['say "a, b"', '"say ""a, b"""'],
    ["two\nlines", '"two\nlines"'],
  ])("writes %j as %j", (cell, written) => {
    expect(writeCsv([[cell, "x"]])).toBe(`${written},x\r\n`);
  });

  it("gives back what it wrote, and writes no cell that begins a formula", () => {
    const table = fc.array(fc.array(hostileText, { minLength: 2, maxLength: 5 }), { maxLength: 6 });
    fc.assert(
      fc.property(table, (records) => {
        const text = writeCsv(records);
        expect(cellsOf(text)).toEqual(records);
        // Read as a spreadsheet does, the apostrophe left on.
        for (const [, cell = ""] of text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(?:,|\r\n)/g))
          expect(cell).not.toMatch(/^"?[=+\-@\t\r\n]/);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    [
      "LF",
      "a,b\nc,d\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "CR",
      "a,b\rc,d",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["a BOM", "\ufeffa,b\r\n", [["a", "b"]]],
    [
      "empty lines",
      "a,b\r\n\r\n\nc,d",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["a last empty cell", "a,", [["a", ""]]],
    ["an empty quoted cell", '"",b', [["", "b"]]],
    ["nothing", "", []],
  ])("takes %s", (_, text, records) => {
    expect(cellsOf(text)).toEqual(records);
  });

  it("counts lines, through quoted cells and all line ends", () => {
    const read = readCsv('a,b\r\n"1\r\n2\n3",x\r\n\r\nc,d');
    expect(read.ok && read.value.map(({ line }) => line)).toEqual([1, 2, 6]);
  });

  it.each([
    ['a,b\nc,"d', { code: "unclosed-quote", line: 2 }],
    ['a\n\n"b"c', { code: "text-after-quote", line: 3 }],
  ])("tells where %j is broken", (text, problem) => {
    expect(readCsv(text)).toEqual({ ok: false, problem });
  });

  it("reads a line of a million characters and two hundred thousand records, not more", () => {
    expect(cellsOf(`${"x".repeat(1_000_000)},y`)[0]?.[1]).toBe("y");
    expect(readCsv("a\n".repeat(200_001))).toMatchObject({ ok: false, problem: { code: "too-many-records" } });
  });

  it.each([
    ["a,b,c", ","],
    ["a;b;c\n1,5;2;3", ";"],
    ["a\tb", "\t"],
    ["a", ","],
  ])("finds the separator of %j", (text, separator) => {
    expect(separatorOf(text)).toBe(separator);
  });
});
