import { describe, expect, it } from "vitest";
import { backupProblemText, importProblemText, importRefused } from "../../../../shared/messages/en/watch-problems.ts";
import { importCsv } from "../../../../shared/watch/watch-csv.ts";

const wholeSentences = /^[A-Z].*[.]$/s;

describe("the words for a refused file", () => {
  it.each([
    ["host,port\n*.a.example,\nb.example,99999", ["Line 2: A wildcard", "Line 3: A port is a number"]],
    ["name\nx", ["Line 1: The first line has to name"]],
    ["host\na\u202eb.example?", ["Line 2: This is not a host: “a‹U+202E›b.example?”."]],
  ])("of %j", (text, beginnings) => {
    const read = importCsv(text);
    const said = read.ok ? [] : read.problem.map(importProblemText);
    expect(said).toHaveLength(beginnings.length);
    said.forEach((one, index) => {
      expect(one.startsWith(beginnings[index] ?? "?")).toBe(true);
      expect(one).toMatch(wholeSentences);
    });
  });

  it("say what is safe", () => {
    expect(importRefused).toMatch(/Nothing was imported/);
    for (const code of ["not-a-backup", "future-version", "damaged", "wrong-passphrase"] as const)
      expect(backupProblemText({ code })).toMatch(/Nothing was changed\.$/);
  });
});
