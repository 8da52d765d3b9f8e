import { points } from "./points.ts";
import type { ServerReport } from "./report.ts";

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`.padStart(8);

/** One server's points with their times, one a line; points that were not reached count as failed. */
export function tableOf(report: ServerReport): string {
  const reached = report.points.map(({ point, milliseconds, problem }) =>
    problem === undefined
      ? `  passed ${seconds(milliseconds)}  ${point}`
      : `  FAILED ${seconds(milliseconds)}  ${point}\n                    ${problem}`,
  );
  const missed = points
    .filter(([name]) => !report.points.some(({ point }) => point === name))
    .map(([name]) => `  not reached        ${name}`);
  const total = report.points.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  return [`${report.platform}: ${report.server}, ${seconds(total).trim()}`, ...reached, ...missed].join("\n");
}

export const passedPoints = (report: ServerReport): number =>
  report.points.filter(({ problem }) => problem === undefined).length;
export const failedPoints = (report: ServerReport): number => points.length - passedPoints(report);
