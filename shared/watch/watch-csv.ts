import { failure, type Result, success } from "../result.ts";
import { defaultThresholds, type Thresholds } from "../verdict/verdict.ts";
import type { WatchWish } from "./add-hosts.ts";
import { type CsvRecord, readCsv, separatorOf, writeCsv } from "./csv.ts";
import { soundThresholds } from "./edit-host.ts";
import { readAddress } from "./host-address.ts";
import type { HostRow } from "./host-table.ts";
import { type ImportProblem, mostProblems } from "./import-problem.ts";

/** What the user said of a host: these columns are read again. */
const ownColumns = ["host", "port", "starttls", "note", "owner", "tags", "due_days", "urgent_days", "snoozed_until"];
/** What we found out: for the reader of the table; found out anew after an import. */
const foundColumns = [
  "level",
  "not_before",
  "not_after",
  "days_left",
  "issuer",
  "sha256",
  "last_check",
  "last_outcome",
];

const iso = (time: number | undefined): string => (time === undefined ? "" : new Date(time).toISOString());

/** The rows as CSV (RFC 4180), times in ISO 8601 UTC. */
export const exportCsv = (rows: readonly HostRow[]): string =>
  writeCsv([
    [...ownColumns, ...foundColumns],
    ...rows.map(({ host, verdict, issuer }) => [
      host.host,
      `${host.port}`,
      host.starttls ?? "",
      host.note,
      host.owner,
      host.tags.join("; "),
      `${host.thresholds?.dueDays ?? ""}`,
      `${host.thresholds?.urgentDays ?? ""}`,
      iso(host.snoozedUntil),
      verdict.level,
      iso(verdict.notBefore),
      iso(verdict.notAfter),
      verdict.remaining === undefined ? "" : `${Math.floor(verdict.remaining / 86_400_000)}`,
      issuer,
      host.lastSeen?.sha256 ?? "",
      iso(host.lastCheck?.at),
      host.lastCheck?.outcome ?? "",
    ]),
  ]);

/**
 * The hosts of a CSV text with a head line that has at least the column `host`, in any order; unknown columns are passed
 * over. Either all records are sound or the problems are told, with their lines, and nothing comes out.
 */
export function importCsv(text: string): Result<readonly WatchWish[], readonly ImportProblem[]> {
  const table = readCsv(text, separatorOf(text));
  if (!table.ok) return failure([table.problem]);
  const [head, ...records] = table.value;
  if (head === undefined) return failure([{ code: "empty", line: 1 }]);
  const names = head.cells.map((name) => name.trim().toLowerCase());
  if (!names.includes("host")) return failure([{ code: "no-host-column", line: head.line }]);
  const repeated = ownColumns.find((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (repeated !== undefined) return failure([{ code: "repeated-column", line: head.line, field: repeated }]);

  const wishes: WatchWish[] = [];
  const problems: ImportProblem[] = [];
  for (const record of records) {
    const wish = readRecord(record, names);
    if (wish.ok) wishes.push(wish.value);
    else if (problems.push(wish.problem) >= mostProblems) break;
  }
  if (problems.length > 0) return failure(problems);
  return wishes.length === 0 ? failure([{ code: "empty", line: head.line }]) : success(wishes);
}

function readRecord({ line, cells }: CsvRecord, names: readonly string[]): Result<WatchWish, ImportProblem> {
  const cell = (name: string): string => cells[names.indexOf(name)]?.trim() ?? "";
  const address = readAddress(cell("host"), cell("port"), cell("starttls"));
  if (!address.ok) return failure({ ...address.problem, line });

  const badDays = ["due_days", "urgent_days"].find((name) => cell(name) !== "" && !isDays(cell(name)));
  if (badDays !== undefined) return failure({ code: "bad-number", line, field: badDays, entry: cell(badDays) });
  const snooze = cell("snoozed_until");
  const snoozedUntil = Date.parse(snooze);
  if (snooze !== "" && (!/^\d{4}-\d{2}-\d{2}/.test(snooze) || Number.isNaN(snoozedUntil)))
    return failure({ code: "bad-date", line, field: "snoozed_until", entry: snooze });
  const thresholds = readThresholds(cell("due_days"), cell("urgent_days"));
  return success({
    ...address.value,
    note: cell("note"),
    owner: cell("owner"),
    tags: cell("tags").split(";"),
    ...(thresholds !== undefined && { thresholds }),
    ...(snooze !== "" && { snoozedUntil }),
  });
}

const isDays = (text: string): boolean => /^[1-9]\d{0,2}$/.test(text) && Number(text) <= 365;

const readThresholds = (due: string, urgent: string): Thresholds | undefined =>
  due === "" && urgent === ""
    ? undefined
    : soundThresholds({
        dueDays: due === "" ? defaultThresholds.dueDays : Number(due),
        urgentDays: urgent === "" ? defaultThresholds.urgentDays : Number(urgent),
      });
