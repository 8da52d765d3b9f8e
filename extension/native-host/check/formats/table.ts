import { visibleText } from "../../../../shared/display/visible-text.ts";
import { timeLeft } from "../../../../shared/messages/en/time-left.ts";
import type { CheckRecord } from "../check-record.ts";
import type { Format } from "./format.ts";

const row = (level: string, until: string, left: string, host: string, note: string): string =>
  `${level.padEnd(13)}  ${until.padEnd(10)}  ${left.padEnd(22)}  ${host.padEnd(32)}  ${note}`.trimEnd().concat("\n");

/** For people: a row a host as it comes, so the widths are given and the longest column is the last. */
export const tableFormat = (): Format => ({
  head: () => row("LEVEL", "UNTIL", "TIME", "HOST", "NOTE"),
  record: (record) => {
    const { level, notAfter, remaining, reasons, issuer } = record;
    const note = reasons.length > 0 ? reasons.map(({ text }) => text).join(" ") : `Issued by ${issuer ?? "nobody"}.`;
    return row(
      level,
      notAfter?.slice(0, 10) ?? "",
      remaining === undefined ? "" : timeLeft(remaining),
      place(record),
      visibleText(note, 400),
    );
  },
  tail: () => [],
});

function place({ host, port, starttls }: CheckRecord): string {
  const shown = visibleText(host, 100);
  if (port === undefined) return shown;
  const authority =
    port === 443 && !host.includes(":") ? shown : `${host.includes(":") ? `[${shown}]` : shown}:${port}`;
  return starttls === undefined ? authority : `${authority} (${starttls})`;
}
