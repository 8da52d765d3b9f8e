import { failure, type Result, success } from "../result.ts";
import { type ImportProblem, mostProblems } from "./import-problem.ts";
import { readJson } from "./json-reader.ts";
import { readWatchedHost } from "./read-watched-host.ts";
import type { WatchedHost } from "./watched-host.ts";

const format = "notafter-watch-list";
const version = 1;

/** The watch list as JSON: all that is known of each host but its certificate's bytes, one host a line. */
export function exportJson(hosts: readonly WatchedHost[], now: number): string {
  const head = JSON.stringify({ format, version, exportedAt: new Date(now).toISOString() }).slice(0, -1);
  return `${head},"hosts":[\n${hosts.map((host) => JSON.stringify(host)).join(",\n")}\n]}\n`;
}

/** The hosts of such a text: all of them, or problems with their lines and none. */
export function importJson(text: string): Result<readonly WatchedHost[], readonly ImportProblem[]> {
  if (text.trim() === "") return failure([{ code: "empty", line: 1 }]);
  const json = readJson(text);
  if (!json.ok) return failure([{ code: "not-json", line: json.problem.line }]);
  const { value, lineOf } = json.value;
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return failure([{ code: "not-a-watch-list", line: 1 }]);
  const list: { format?: unknown; version?: unknown; hosts?: unknown } = value;
  if (list.format !== format || typeof list.version !== "number" || !Array.isArray(list.hosts))
    return failure([{ code: "not-a-watch-list", line: 1 }]);
  if (list.version !== version)
    return failure([{ code: "future-version", line: 1, field: "version", entry: `${list.version}` }]);

  const hosts = new Map<string, WatchedHost>();
  const problems: ImportProblem[] = [];
  let lastLine = 1;
  for (const entry of list.hosts) {
    const line = (typeof entry === "object" && entry !== null ? lineOf(entry) : undefined) ?? lastLine;
    lastLine = line;
    const host = readWatchedHost(entry);
    if (host.ok) hosts.set(host.value.id, host.value);
    else if (problems.push({ code: "bad-record", line, field: host.problem.field }) >= mostProblems) break;
  }
  if (problems.length > 0) return failure(problems);
  return hosts.size === 0 ? failure([{ code: "empty", line: 1 }]) : success([...hosts.values()]);
}
