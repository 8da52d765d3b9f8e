import { describe, expect, it } from "vitest";
import { plus, tallyOfGuides, tallyOfVitest } from "../../support/tally.ts";

describe("counting tests", () => {
  it("reads vitest's report", () => {
    const report = JSON.stringify({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 });
    expect(tallyOfVitest(report)).toEqual({ passed: 5, failed: 1, skipped: 3 });
    expect(tallyOfVitest("")).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });

  it("reads the runner's last closing line", () => {
    expect(tallyOfGuides("1 passed, 9 failed\nmore\n14 passed, 0 failed\n")).toEqual({
      passed: 14,
      failed: 0,
      skipped: 0,
    });
    expect(tallyOfGuides("0 passed, 0 failed, 2 skipped\n")).toEqual({ passed: 0, failed: 0, skipped: 2 });
    expect(tallyOfGuides("Segmentation fault\n")).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });

  it("adds", () => {
    expect(plus({ passed: 1, failed: 2, skipped: 3 }, { passed: 10, failed: 20, skipped: 30 })).toEqual({
      passed: 11,
      failed: 22,
      skipped: 33,
    });
  });
});
