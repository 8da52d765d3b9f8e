import type { CheckRecord } from "../check-record.ts";

/** A way to write records: text before, for each, and after them. An instance serves one run. */
export interface Format {
  head(): string;
  record(record: CheckRecord): string;
  /** In pieces, because a format may have kept much for the end. */
  tail(): Iterable<string>;
}
