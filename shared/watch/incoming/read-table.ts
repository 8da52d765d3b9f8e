import type { StarttlsProtocol } from "../../handshake/starttls/protocols.ts";
import { failure, type Result, success } from "../../result.ts";
import type { WatchWish } from "../add-hosts.ts";
import { type CsvRecord, readCsv, separatorOf } from "../csv.ts";
import { readAddress } from "../host-address.ts";
import { type HostProblem, readHost } from "../host-list.ts";
import { importCsv } from "../watch-csv.ts";
import { collectLines, mostLines } from "./found-lines.ts";
import { type ColumnRole, isHostHead, roleOf } from "./head-words.ts";
import { found, type Incoming, type LineProblem, refused } from "./incoming.ts";

/**
 * A table in CSV whose hosts stand in one column, found by its head or by what is in it; columns for port, STARTTLS, note,
 * owner and tags are read where the head names them. Undefined for text that is no such table. Our own export is taken as
 * `importCsv` takes it: all of it or nothing.
 */
export function readTable(text: string, starttls?: StarttlsProtocol): Incoming | undefined {
  const { records: read, separator } = readRecords(text);
  if (read === undefined) return undefined;
  if (!read.ok) return isOwnHead(text.slice(0, 1000).split(/[\r\n]/, 1)[0] ?? "", separator) ? own(text) : undefined;
  const [first, ...rest] = read.value;
  if (first === undefined || first.cells.length < 2) return undefined;
  if (isOwnHead(first.cells.join(separator), separator)) return own(text);
  if (rest.length === 0) return undefined;
  const column = hostColumn(first, rest);
  if (column === undefined) return undefined;
  if (rest.length >= mostLines) return refused("too-many-lines");

  const head = first.cells[column] ?? "";
  const named = isHostHead(head) || !/[.:*]/.test(head);
  const roles = new Map<ColumnRole, number>();
  if (named) for (const [at, cell] of first.cells.entries()) setFirst(roles, roleOf(cell), at);
  roles.set("host", column);
  const lines = collectLines();
  for (const record of named ? rest : [first, ...rest]) {
    const cell = (role: ColumnRole): string => record.cells[roles.get(role) ?? -1]?.trim() ?? "";
    const entry = cell("host");
    if (entry === "" && record.cells.every((one) => one.trim() === "")) continue;
    const wish = readRecord(cell, starttls);
    if (wish !== undefined) lines.add(record.line, entry, wish);
  }
  return found(lines.found());
}

function own(text: string): Incoming {
  const wishes = importCsv(text);
  return wishes.ok ? found({ wishes: wishes.value }) : refused({ code: "refused-export", problems: wishes.problem });
}

/** Excel writes `sep=;` before the head where it is asked to; the line is kept, so that lines count on. */
function readRecords(text: string) {
  const named = /^\ufeff?sep=([,;\t])\r?\n/i.exec(text.slice(0, 20));
  const separator = named?.[1] ?? separatorOf(text.replace(/^\s+/, "").slice(0, 100_000));
  // What has thousands of columns is no table that anyone reads.
  if (
    text
      .slice(0, 100_000)
      .split(/[\r\n]/, 1)[0]
      ?.split(separator, mostColumns + 1).length ===
    mostColumns + 1
  )
    return { records: undefined, separator };
  const records = readCsv(named ? `\n${text.slice(named[0].length)}` : text, separator);
  return { records, separator };
}

const isOwnHead = (head: string, separator: string): boolean => {
  const names = head.split(separator).map((name) => name.replaceAll('"', "").trim().toLowerCase());
  return ["host", "port", "starttls"].every((name) => names.includes(name));
};

const mostColumns = 1000;

const setFirst = (roles: Map<ColumnRole, number>, role: ColumnRole | undefined, at: number): void => {
  if (role !== undefined && !roles.has(role)) roles.set(role, at);
};

const sampled = 200;

/** The column with the most hosts in it; names count more than addresses, and a telling head counts twice. */
function hostColumn(first: CsvRecord, rest: readonly CsvRecord[]): number | undefined {
  const sample = rest.slice(0, sampled);
  let best: { readonly column: number; readonly score: number } | undefined;
  for (const [column, head] of first.cells.entries()) {
    const named = isHostHead(head);
    const cells = sample.map(({ cells }) => cells[column] ?? "").filter((cell) => cell.trim() !== "");
    const likely = cells.map((cell) => likeness(cell, named)).filter((share) => share > 0);
    if (likely.length === 0 || likely.length < cells.length / 2) continue;
    const score = likely.reduce((total, share) => total + share, 0) * (named ? 2 : 1);
    if (best === undefined || score > best.score) best = { column, score };
  }
  // Where every cell is a host, it is a list with several in a line.
  const elsewhere = first.cells.some(
    (_, column) => column !== best?.column && !sample.every(({ cells }) => likeness(cells[column] ?? "", false) > 0),
  );
  return elsewhere ? best?.column : undefined;
}

function likeness(cell: string, named: boolean): number {
  const target = readHost(cell);
  if (target?.ok !== true) return cell.trim().startsWith("*.") ? 1 : 0;
  const { host } = target.value;
  if (host.startsWith("[") || /^[\d.]+$/.test(host)) return 0.6;
  if (/\.[a-z][a-z0-9-]+$/.test(host)) return 1;
  return named ? 0.3 : 0;
}

function readRecord(
  cell: (role: ColumnRole) => string,
  starttls: StarttlsProtocol | undefined,
): Result<WatchWish, LineProblem["code"]> | undefined {
  if (cell("host") === "") return failure("bad-host");
  const target = readHost(cell("host"), starttls);
  if (target === undefined || !target.ok) return target;
  const { host, starttls: protocol = "" } = target.value;
  const port = cell("port");
  const wanted = cell("starttls") || protocol;
  const address =
    port === "" && wanted === protocol ? target : readAddress(host, port || `${target.value.port}`, wanted);
  if (!address.ok) return failure(typeof address.problem === "string" ? address.problem : codeOf(address.problem.code));
  return success({
    ...address.value,
    note: cell("note"),
    owner: cell("owner"),
    tags: cell("tags").split(/[;,]/),
  });
}

const codeOf = (code: string): HostProblem | "bad-starttls" =>
  code === "bad-port" || code === "bad-starttls" || code === "wildcard" ? code : "bad-host";
