import { expect, it } from "vitest";
import { storeProblemText } from "../../../../extension/src/store/problem-text.ts";

it.each([
  [{ code: "future-version", found: 4, known: 3 }, /untouched.*Update/],
  [{ code: "storage-full" }, /safe.*Free some disk space/],
  [{ code: "blocked" }, /safe.*Close/],
  [{ code: "unavailable", detail: "\u202eodd" }, /Nothing was changed.*‹U\+202E›odd/],
  [{ code: "bad-record", store: "hosts", index: 3 }, /^Record 4 .*Nothing was imported/],
] as const)("says of %j what is safe and what to do", (problem, words) => {
  expect(storeProblemText(problem)).toMatch(words);
});
