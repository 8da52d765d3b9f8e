import { visibleText } from "../../../../shared/display/visible-text.ts";
import type { CheckRecord } from "../check-record.ts";
import type { Format } from "./format.ts";

/** Columns by their heads. */
const columns: Readonly<Record<string, (record: CheckRecord) => string | number | undefined>> = {
  host: ({ host }) => host,
  port: ({ port }) => port,
  starttls: ({ starttls }) => starttls,
  level: ({ level }) => level,
  days: ({ remaining }) => (remaining === undefined ? undefined : Math.floor(remaining / 86_400_000)),
  notBefore: ({ notBefore }) => notBefore,
  notAfter: ({ notAfter }) => notAfter,
  names: ({ names }) => names?.join(" "),
  issuer: ({ issuer }) => issuer,
  serial: ({ serial }) => serial,
  sha256: ({ sha256 }) => sha256,
  keyType: ({ keyType }) => keyType,
  error: ({ error }) => error,
  reasons: ({ reasons }) => reasons.map(({ text }) => text).join(" "),
};

/** RFC 4180, with a head. */
export const csvFormat = (): Format => ({
  head: () => `${Object.keys(columns).join(",")}\r\n`,
  record: (record) =>
    `${Object.values(columns)
      .map((column) => csvCell(column(record)))
      .join(",")}\r\n`,
  tail: () => [],
});

/**
 * One cell. Spreadsheets run text that begins like a formula (OWASP, "CSV Injection"): an apostrophe before it makes it
 * text again. Numbers of ours are left alone.
 */
export function csvCell(value: string | number | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "number") return String(value);
  const text = visibleText(value, 8000);
  const defused = /^\s*[=+\-@\uff0b\uff0d\uff1d\uff20]/.test(text) ? `'${text}` : text;
  return /[",\r\n;']|^\s|\s$/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
}
