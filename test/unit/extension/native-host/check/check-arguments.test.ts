import { describe, expect, it } from "vitest";
import { readCheckArguments } from "../../../../../extension/native-host/check/check-arguments.ts";

describe("the command line of check", () => {
  it("has defaults", () => {
    expect(readCheckArguments(["www.example.com"])).toEqual({
      ok: true,
      value: {
        hosts: ["www.example.com"],
        input: undefined,
        starttls: undefined,
        concurrency: 32,
        timeout: 10_000,
        ca: undefined,
        format: "table",
      },
    });
    expect(readCheckArguments(["--help", "--format", "odd"])).toEqual({ ok: true, value: "help" });
  });

  it.each<[string, RegExp]>([
    ["", /Name a host/],
    ["--colour www.example.com", /--colour/],
    ["--format xml a.example", /table, json, csv, prometheus/],
    ["--starttls gopher a.example", /smtp/],
    ["--concurrency 0 a.example", /1 to 1000/],
    ["--concurrency 1e3 a.example", /1 to 1000/],
    ["--timeout 5 a.example", /100/],
    ["--timeout soon a.example", /milliseconds/],
    ["*.example.com", /wildcard/i],
    ["a.example:99999", /port/],
  ])("%j is refused", (line, words) => {
    const read = readCheckArguments(line.split(" ").filter(Boolean));
    expect(read.ok ? "" : read.problem).toMatch(words);
  });
});
