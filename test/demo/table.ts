import type { Visited } from "./visit.ts";

/** What the button showed, site by site, as a table for a terminal. */
export function tableOf(visited: readonly Visited[]): string {
  const rows = visited.map(({ visit, shown, asExpected }) => [
    new URL(visit.url).host,
    visit.what,
    shown.text,
    shown.title + (asExpected ? "" : `   ← expected ${visit.badge ?? "a badge"}`),
  ]);
  const head = ["site", "certificate", "badge", "title of the button"];
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return [head, widths.map((width) => "─".repeat(width)), ...rows].map(line).join("\n");
}
