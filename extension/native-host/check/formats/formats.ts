import { csvFormat } from "./csv.ts";
import type { Format } from "./format.ts";
import { jsonFormat } from "./json.ts";
import { prometheusFormat } from "./prometheus.ts";
import { tableFormat } from "./table.ts";

export const formatNames = ["table", "json", "csv", "prometheus"] as const;
export type FormatName = (typeof formatNames)[number];

/** Makes a format for one run. */
export const formats: Readonly<Record<FormatName, () => Format>> = {
  table: tableFormat,
  json: jsonFormat,
  csv: csvFormat,
  prometheus: prometheusFormat,
};
