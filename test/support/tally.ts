/** How many tests passed, failed and were skipped. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const plus = (one: Tally, other: Tally): Tally => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped,
});

const none: Tally = { passed: 0, failed: 0, skipped: 0 };

/** From vitest's JSON report; an empty text (no report was written) counts nothing. */
export function tallyOfVitest(report: string): Tally {
  if (report === "") return none;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(report);
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

/** From the guide runner's closing line, `N passed, N failed` with `, N skipped` where guides could not be executed. */
export function tallyOfGuides(output: string): Tally {
  const line = [...output.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)].at(-1);
  if (line === undefined) return none;
  return { passed: Number(line[1]), failed: Number(line[2]), skipped: Number(line[3] ?? 0) };
}
