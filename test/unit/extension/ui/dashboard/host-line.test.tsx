// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { HostCells } from "../../../../../extension/src/ui/dashboard/host-line.tsx";
import { defaultThresholds } from "../../../../../shared/verdict/verdict.ts";
import { hostRow } from "../../../../../shared/watch/host-table.ts";
import type { WatchedHost } from "../../../../../shared/watch/watched-host.ts";
import { now, watched } from "../../../shared/watch/watched-hosts.ts";
import { draw } from "../draw.ts";

/** What stands in the column of checks for a host. */
function checked(host: WatchedHost): string {
  const row = hostRow(host, now, defaultThresholds);
  const root = draw(
    <table>
      <tbody>
        <tr>
          <HostCells row={row} now={now} />
        </tr>
      </tbody>
    </table>,
  );
  return root.querySelector(".cell-checked")?.textContent ?? "";
}

const failed = (detail: string): WatchedHost =>
  watched("a.example", { failures: 1, lastCheck: { at: now - 60_000, outcome: "failed", detail } });

describe("a host's last check in the table", () => {
  it.each<[string, WatchedHost, string]>([
    ["went well", watched("a.example", { lastCheck: { at: now - 60_000, outcome: "seen" } }), "1 min ago"],
    ["found nobody", failed("connection-refused"), "Nothing listens at this port."],
    ["had nobody to ask", failed("no-source"), "Switch a source on in the settings."],
    [
      "failed with words of another's",
      failed("failed <b>\u202e"),
      "The host could not be asked. The words were: failed <b>‹U+202E›",
    ],
  ])("%s", (_, host, words) => {
    expect(checked(host)).toContain(words);
    expect(checked(host)).not.toContain("\u202e");
  });
});
