import { visibleText } from "../../../../shared/display/visible-text.ts";
import type { CheckRecord } from "../check-record.ts";
import type { Format } from "./format.ts";

interface Metric {
  readonly name: string;
  readonly help: string;
  readonly value: (record: CheckRecord) => number | undefined;
}

const seconds = (time: string | undefined): number | undefined =>
  time === undefined ? undefined : Math.floor(Date.parse(time) / 1000);

const first: Metric = {
  name: "notafter_certificate_seen",
  help: "Whether a certificate was seen (1) or not (0); the label says how it was judged.",
  value: ({ sha256 }) => (sha256 === undefined ? 0 : 1),
};

const others: readonly Metric[] = [
  {
    name: "notafter_certificate_not_after_seconds",
    help: "When the certificate ends, in seconds since 1970.",
    value: ({ notAfter }) => seconds(notAfter),
  },
  {
    name: "notafter_certificate_not_before_seconds",
    help: "When the certificate began, in seconds since 1970.",
    value: ({ notBefore }) => seconds(notBefore),
  },
];

const heading = ({ name, help }: Metric): string => `# HELP ${name} ${help}\n# TYPE ${name} gauge\n`;

/**
 * Prometheus' text format 0.0.4, for a file that node_exporter's text file collector reads. A metric's samples stand
 * together: the first metric is written as hosts come, the others are kept, as bytes, until the end.
 */
export function prometheusFormat(): Format {
  const kept = others.map(() => [] as Uint8Array[]);
  const encoder = new TextEncoder();
  return {
    head: () => heading(first),
    record: (record) => {
      const labels = labelsOf(record);
      for (const [index, { name, value }] of others.entries()) {
        const at = value(record);
        if (at !== undefined) kept[index]?.push(encoder.encode(`${name}{${labels}} ${at}\n`));
      }
      return `${first.name}{${labels},level="${record.level}"} ${first.value(record)}\n`;
    },
    tail: function* () {
      const decoder = new TextDecoder();
      for (const [index, metric] of others.entries()) {
        yield heading(metric);
        for (const line of kept[index] ?? []) yield decoder.decode(line);
      }
    },
  };
}

const labelsOf = ({ host, port, starttls }: CheckRecord): string =>
  Object.entries({ host, port, starttls })
    .filter(([, value]) => value !== undefined)
    .map(([label, value]) => `${label}="${escapeLabel(String(value))}"`)
    .join(",");

/** Exposition formats: backslash, double quote and line feed are escaped in a label's value. */
export const escapeLabel = (value: string): string =>
  visibleText(value, 300).replace(/[\\"]/g, "\\$&").replaceAll("\n", "\\n");
