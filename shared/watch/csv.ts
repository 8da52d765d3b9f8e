import { failure, type Result, success } from "../result.ts";

/** A record with the line on which it begins, counted from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvProblem {
  readonly code: "unclosed-quote" | "text-after-quote" | "too-many-records";
  readonly line: number;
}

/**
 * Spreadsheets run a cell that begins so as a formula (OWASP, CSV Injection; full-width forms too). An apostrophe in front
 * makes it text; cells that begin with apostrophes before such a character get one more, so that reading is exact.
 */
const dangerous = /^'*[=+\-@\t\r\n＝＋－＠]/u;

const writtenCell = (cell: string): string => {
  const safe = dangerous.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** RFC 4180 with CRLF, cells defused. */
export const writeCsv = (records: readonly (readonly string[])[]): string =>
  records.map((cells) => `${cells.map(writtenCell).join(",")}\r\n`).join("");

const readCell = (cell: string): string => (/^'/.test(cell) && dangerous.test(cell) ? cell.slice(1) : cell);

/**
 * The records of RFC 4180 text (a BOM, LF or CR alone, and a missing last line end are taken too), empty lines left out,
 * the defusing apostrophe taken off. `separator` is a comma, semicolon or tab.
 */
export function readCsv(text: string, separator = ",", most = 200_000): Result<readonly CsvRecord[], CsvProblem> {
  const records: CsvRecord[] = [];
  let at = text.startsWith("\ufeff") ? 1 : 0;
  let line = 1;
  let cells: string[] = [];
  let begun = 1;
  while (at < text.length) {
    if (cells.length === 0) begun = line;
    let cell: string;
    if (text[at] === '"') {
      const from = at + 1;
      let close = text.indexOf('"', from);
      while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
      if (close < 0) return failure({ code: "unclosed-quote", line });
      cell = text.slice(from, close).replaceAll('""', '"');
      line += lineEnds(cell);
      at = close + 1;
      if (at < text.length && text[at] !== separator && text[at] !== "\r" && text[at] !== "\n")
        return failure({ code: "text-after-quote", line });
    } else {
      const from = at;
      while (at < text.length && text[at] !== separator && text[at] !== "\r" && text[at] !== "\n") at++;
      cell = text.slice(from, at);
    }
    cells.push(readCell(cell));
    if (text[at] === separator) {
      at++;
      // A separator at the very end still has an empty cell behind it.
      if (at < text.length) continue;
      cells.push("");
    }
    if (text[at] === "\r" && text[at + 1] === "\n") at++;
    at++;
    line++;
    if (cells.length > 1 || cells[0] !== "") records.push({ line: begun, cells });
    if (records.length > most) return failure({ code: "too-many-records", line: begun });
    cells = [];
  }
  return success(records);
}

const lineEnds = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;

/** The separator that the first line uses: spreadsheets of many languages write semicolons. */
export function separatorOf(text: string): string {
  const [first = ""] = text.split(/[\r\n]/, 1);
  const count = (separator: string): number => first.split(separator).length;
  return [",", ";", "\t"].reduce((best, one) => (count(one) > count(best) ? one : best));
}
