import { expect, test } from "vitest";
import { parseArguments } from "../../../support/setup/arguments.mjs";

test.each([
  [["a.ts"], { browsers: false, tools: false, script: "a.ts", rest: [] }],
  [["--browsers", "a.ts", "--headless"], { browsers: true, tools: false, script: "a.ts", rest: ["--headless"] }],
  [
    ["--tools", "--browsers", "a.ts", "--browsers"],
    { browsers: true, tools: true, script: "a.ts", rest: ["--browsers"] },
  ],
])("reads %j", (words, parsed) => {
  expect(parseArguments(words)).toEqual(parsed);
});

test.each([[[]], [["--browsers"]], [["--browser", "a.ts"]]])("refuses %j with words", (words) => {
  expect(parseArguments(words)).toEqual({ problem: expect.stringMatching(/\.$/) });
});
