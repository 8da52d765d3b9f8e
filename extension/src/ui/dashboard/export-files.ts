import type { Thresholds } from "../../../../shared/verdict/verdict.ts";
import { exportCalendar } from "../../../../shared/watch/export-calendar.ts";
import type { HostRow } from "../../../../shared/watch/host-table.ts";
import { prometheusRules, prometheusTargets } from "../../../../shared/watch/prometheus.ts";
import { exportCsv } from "../../../../shared/watch/watch-csv.ts";
import { exportJson } from "../../../../shared/watch/watch-json.ts";
import type { WatchedHost } from "../../../../shared/watch/watched-host.ts";

export const exportFormats = ["csv", "json", "calendar", "prometheus-targets", "prometheus-rules"] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportFile {
  readonly name: string;
  readonly text: string;
  readonly mediaType: string;
}

interface Exported {
  readonly rows: readonly HostRow[];
  /** Epoch milliseconds. */
  readonly now: number;
  readonly thresholds: Thresholds;
}

interface Format {
  /** The day stands in the name, but for what another file names. */
  readonly name: (day: string) => string;
  readonly mediaType: string;
  readonly write: (exported: Exported) => string;
}

const hostsOf = (rows: readonly HostRow[]): readonly WatchedHost[] => rows.map(({ host }) => host);

const formats: Readonly<Record<ExportFormat, Format>> = {
  csv: {
    name: (day) => `notafter-hosts-${day}.csv`,
    mediaType: "text/csv",
    write: ({ rows }) => exportCsv(rows),
  },
  json: {
    name: (day) => `notafter-hosts-${day}.json`,
    mediaType: "application/json",
    write: ({ rows, now }) => exportJson(hostsOf(rows), now),
  },
  calendar: {
    name: (day) => `notafter-certificates-${day}.ics`,
    mediaType: "text/calendar",
    write: ({ rows, now, thresholds }) => exportCalendar(hostsOf(rows), now, thresholds),
  },
  "prometheus-targets": {
    name: (day) => `notafter-targets-${day}.json`,
    mediaType: "application/json",
    write: ({ rows, thresholds }) => prometheusTargets(hostsOf(rows), thresholds),
  },
  "prometheus-rules": {
    name: (day) => `notafter-rules-${day}.yml`,
    mediaType: "application/yaml",
    write: ({ rows, thresholds }) => prometheusRules(hostsOf(rows), thresholds),
  },
};

/** The rows as a file of that format, named for the day (UTC). */
export function exportFile(format: ExportFormat, exported: Exported): ExportFile {
  const { name, mediaType, write } = formats[format];
  return { name: name(new Date(exported.now).toISOString().slice(0, 10)), text: write(exported), mediaType };
}
