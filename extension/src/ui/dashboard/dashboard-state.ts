import type { HostRow, rowSummary, SortKey } from "../../../../shared/watch/host-table.ts";
import type { Timeline } from "../../../../shared/watch/timeline.ts";
import type { StoreProblem } from "../../store/store-problem.ts";
import type { BulkEdit } from "./bulk-edit.ts";
import type { CheckProgress } from "./check-run.ts";
import type { DashboardView, ViewChange } from "./dashboard-view.ts";
import type { ExportFormat } from "./export-files.ts";
import type { Selection } from "./selection.ts";

/** What the user's last action came to. */
export interface Notice {
  /** Hostile text may stand in it: tags, owners. */
  readonly text: string;
  readonly isProblem: boolean;
  readonly canUndo: boolean;
}

/** The dashboard as it is drawn: one value. */
export interface DashboardState {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly view: DashboardView;
  readonly selection: Selection;
  /** Absent until the first rows are here. */
  readonly table?: {
    /** Those that the view lets through, in its order. */
    readonly shown: readonly HostRow[];
    /** How many hosts there are. */
    readonly count: number;
    readonly summary: ReturnType<typeof rowSummary>;
    readonly reading?: { readonly read: number; readonly total: number };
  };
  readonly problem?: StoreProblem;
  readonly timeline?: Timeline;
  readonly open?: HostRow;
  readonly run?: CheckProgress;
  readonly notice?: Notice;
  /** No source can check anything now. */
  readonly noSource: boolean;
}

export interface DashboardActions {
  readonly change: (change: ViewChange) => void;
  readonly sort: (key: SortKey) => void;
  readonly select: (selection: Selection) => void;
  /** Opens a host's details, undefined closes them. */
  readonly open: (id: string | undefined) => void;
  readonly edit: (ids: readonly string[], edit: BulkEdit) => void;
  readonly checkNow: (ids: readonly string[]) => void;
  readonly stopChecks: () => void;
  readonly forget: (ids: readonly string[]) => void;
  readonly undo: () => void;
  readonly dismissNotice: () => void;
  /** Without ids: all hosts. */
  readonly exportHosts: (format: ExportFormat, ids?: readonly string[]) => void;
  readonly renew: (id: string) => void;
  readonly openAdd: () => void;
  readonly closeAdd: () => void;
  readonly retry: () => void;
  readonly openSettings: () => void;
}
