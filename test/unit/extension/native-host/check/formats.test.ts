import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CheckRecord } from "../../../../../extension/native-host/check/check-record.ts";
import { csvCell } from "../../../../../extension/native-host/check/formats/csv.ts";
import { type FormatName, formats } from "../../../../../extension/native-host/check/formats/formats.ts";
import { escapeLabel } from "../../../../../extension/native-host/check/formats/prometheus.ts";

const seen: CheckRecord = {
  host: "::1",
  port: 443,
  level: "due",
  reasons: [{ code: "renewal-due", text: "Renewal is due." }],
  remaining: 20 * 86_400_000 + 5,
  notBefore: "2026-10-01T00:00:00.000Z",
  notAfter: "2026-12-12T12:00:00.000Z",
  names: ["a.example", "b.example"],
  issuer: "CN=\u202eevil\u001b[2J",
  serial: "01",
  sha256: "ab",
  keyType: "ec-p256",
  chain: [{ subject: "CN=a", sha256: "ab" }],
};
const lost: CheckRecord = {
  host: '=cmd|"x"',
  level: "unknown",
  reasons: [{ code: "bad-host", text: "This is not a host name." }],
  error: "bad-host",
};

function write(name: FormatName, records: readonly CheckRecord[]): string {
  const format = formats[name]();
  return [format.head(), ...records.map((record) => format.record(record)), ...format.tail()].join("");
}

describe("formats", () => {
  it("JSON is an array that says everything, and hides nothing from a terminal", () => {
    const text = write("json", [seen, lost]);
    expect(JSON.parse(text)).toEqual([seen, lost]);
    expect(JSON.parse(write("json", []))).toEqual([]);
    for (const hidden of ["\u001b", "\u202e"]) expect(text).not.toContain(hidden);
  });

  it("CSV has a head, one row a host, and no formula", () => {
    const [head, first, second] = write("csv", [seen, lost]).split("\r\n");
    expect(head).toMatch(/^host,port,starttls,level,days,/);
    expect(first).toMatch(/^::1,443,,due,20,/);
    expect(second).toMatch(/^"'=cmd\|""x""",,,unknown,/);
  });

  it.each([
    ["=1+1", `"'=1+1"`],
    ["+1", `"'+1"`],
    ["-1", `"'-1"`],
    ["@SUM", `"'@SUM"`],
    [" =1", `"' =1"`],
    ["\t=1", `‹U+0009›=1`],
    ["plain", "plain"],
    ['a"b', '"a""b"'],
    ["a,b", '"a,b"'],
    [-5, "-5"],
    [undefined, ""],
  ])("the cell %j is %j", (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });

  it("no cell begins a formula or a row", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const cell = csvCell(text);
        expect(cell).not.toMatch(/^"?\s*[=+\-@]/);
        expect(cell).not.toMatch(/[\r\n]/);
      }),
    );
  });

  it("Prometheus' samples stand together under their metric, with escaped labels", () => {
    expect(write("prometheus", [seen, lost])).toBe(
      [
        "# HELP notafter_certificate_seen Whether a certificate was seen (1) or not (0); the label says how it was judged.",
        "# TYPE notafter_certificate_seen gauge",
        'notafter_certificate_seen{host="::1",port="443",level="due"} 1',
        'notafter_certificate_seen{host="=cmd|\\"x\\"",level="unknown"} 0',
        "# HELP notafter_certificate_not_after_seconds When the certificate ends, in seconds since 1970.",
        "# TYPE notafter_certificate_not_after_seconds gauge",
        'notafter_certificate_not_after_seconds{host="::1",port="443"} 1797076800',
        "# HELP notafter_certificate_not_before_seconds When the certificate began, in seconds since 1970.",
        "# TYPE notafter_certificate_not_before_seconds gauge",
        'notafter_certificate_not_before_seconds{host="::1",port="443"} 1790812800',
        "",
      ].join("\n"),
    );
  });

  it("no label ends early", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => /^(?:[^"\\\n]|\\["\\n])*$/.test(escapeLabel(text))));
  });

  it("the table shows host, end and what is the matter, and obeys no escape", () => {
    const text = write("table", [seen, lost, { ...seen, level: "ok", reasons: [] }]);
    expect(text).toContain("2026-12-12");
    expect(text).toContain("[::1]:443");
    expect(text).toContain("20 days left");
    expect(text).toContain("‹U+202E›evil‹U+001B›");
    for (const hidden of ["\u001b", "\u202e"]) expect(text).not.toContain(hidden);
  });
});
