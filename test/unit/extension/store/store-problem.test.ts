import { describe, expect, it } from "vitest";
import { problemOf } from "../../../../extension/src/store/store-problem.ts";

describe("a database error", () => {
  it.each([
    [new DOMException("full", "QuotaExceededError"), { code: "storage-full" }],
    [new DOMException("closed", "InvalidStateError"), { code: "unavailable", detail: "InvalidStateError: closed" }],
    [new DOMException("disk", "UnknownError"), { code: "unavailable", detail: "UnknownError: disk" }],
    [new DOMException("twice", "ConstraintError"), undefined],
    [new TypeError("a bug"), undefined],
    ["text", undefined],
  ])("%s is %j", (error, problem) => {
    expect(problemOf(error)).toEqual(problem);
  });
});
