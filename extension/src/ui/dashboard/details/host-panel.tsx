import type { Thresholds } from "../../../../../shared/verdict/verdict.ts";
import type { HostRow } from "../../../../../shared/watch/host-table.ts";
import { DetailsFrame } from "./details-frame.tsx";
import { HostDetails } from "./host-details.tsx";
import type { HostDetailsActions } from "./host-details-actions.ts";
import { useHostDetails } from "./use-host-details.ts";

interface HostPanelProps {
  readonly row: HostRow;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly thresholds: Thresholds;
  /** What the page does; editing is the panel's own. */
  readonly actions: Omit<HostDetailsActions, "edit">;
}

/** A watched host's details beside or over the table, with the store behind them. */
export const HostPanel = (props: HostPanelProps) => (
  <DetailsFrame id={props.row.host.id} onClose={props.actions.close}>
    <Wired key={props.row.host.id} {...props} />
  </DetailsFrame>
);

function Wired({ row: known, now, thresholds, actions }: HostPanelProps) {
  const { row, reading, edit } = useHostDetails(known, now, thresholds);
  return <HostDetails row={row} now={now} settings={{ thresholds }} reading={reading} actions={{ ...actions, edit }} />;
}
