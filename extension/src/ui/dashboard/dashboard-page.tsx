import { useEffect, useMemo, useState } from "preact/hooks";
import { addressOrigin } from "../../../../shared/watch/host-address.ts";
import { filterRows, type HostRow, type SortKey } from "../../../../shared/watch/host-table.ts";
import { askCheckDue } from "../../platform/messages.ts";
import { pageAddress } from "../../platform/page-address.ts";
import { report } from "../../platform/report.ts";
import { saveFile } from "../../platform/save-file.ts";
import { openExtensionPage } from "../../platform/tabs.ts";
import { changeHosts, checkNow } from "../../store/watch-list.ts";
import { dashboardTexts as texts } from "../messages/en/dashboard.ts";
import { AddHosts } from "./add/add-hosts.tsx";
import { QuickAdd } from "./add/quick-add.tsx";
import { backToSchedule } from "./check-run.ts";
import { Dashboard } from "./dashboard.tsx";
import type { DashboardActions, DashboardState } from "./dashboard-state.ts";
import { filterOf } from "./dashboard-view.ts";
import { HostPanel } from "./details/host-panel.tsx";
import { exportFile } from "./export-files.ts";
import { noSelection, type Selection, stillThere } from "./selection.ts";
import { withDatabase } from "./store-source.ts";
import { useCheckRun } from "./use-check-run.ts";
import { useEdits } from "./use-edits.ts";
import { useSourceHint } from "./use-source-hint.ts";
import { useTimeline } from "./use-timeline.ts";
import { useView } from "./use-view.ts";
import { useWatchedRows } from "./use-watched-rows.ts";

const checkDue = (): void => void askCheckDue().catch((error: unknown) => report("asking for checks", error));

/** The dashboard with the browser behind it. */
export function DashboardPage() {
  const [view, change] = useView();
  const live = useWatchedRows(view.sort, view.descending);
  const { state, rows, now, thresholds } = live;
  const [selection, setSelection] = useState<Selection>(noSelection);
  const [adding, setAdding] = useState(false);
  const edits = useEdits();
  const checks = useCheckRun(live);
  const noSource = useSourceHint();
  const picture = useTimeline(live);

  const all = state?.rows;
  const shown = useMemo(() => {
    const only = view.only && new Set(view.only);
    const meant = only === undefined ? all : all?.filter(({ host }) => only.has(host.id));
    return filterRows(meant ?? [], filterOf(view));
  }, [all, view.levels, view.tags, view.owner, view.text, view.only, view.ends]);

  const isRead = state !== undefined && state.reading === undefined;
  useEffect(() => {
    if (isRead && rows !== undefined) setSelection((before) => stillThere(before, (id) => rows.find(id) !== undefined));
  }, [all, isRead]);

  const rowsOf = (ids: readonly string[]): readonly HostRow[] => {
    const wanted = new Set(ids);
    return (all ?? []).filter(({ host }) => wanted.has(host.id));
  };
  const open = (path: string): void =>
    void openExtensionPage(path).catch((error: unknown) => report("opening a page", error));

  const actions: DashboardActions = {
    change,
    sort: (key: SortKey) => change({ sort: key, descending: key === view.sort ? !view.descending : false }),
    select: setSelection,
    open: (host) => change({ host }),
    edit: (ids, edit) => edits.edit(ids, edit, { now, thresholds }),
    checkNow: (ids) => {
      const startedAt = Date.now();
      edits.perform(
        "asking for checks",
        withDatabase((opened) => checkNow(opened, ids, startedAt)),
        (hosts) => {
          checks.begin({ startedAt, ids: hosts.map(({ id }) => id) });
          checkDue();
          return { text: texts.done.checking(hosts.length) };
        },
      );
    },
    stopChecks: () => {
      const { run } = checks;
      if (run === undefined) return;
      checks.end();
      if (checks.progress !== undefined && checks.progress.checked >= checks.progress.total) return;
      const at = Date.now();
      const stop = withDatabase((opened) => changeHosts(opened, run.ids, (host) => backToSchedule(host, run, at)));
      edits.perform("stopping checks", stop, () => ({ text: texts.done.stopped }));
    },
    forget: (ids) => {
      if (view.host !== undefined && ids.includes(view.host)) change({ host: undefined });
      edits.forget(ids);
    },
    undo: edits.undo,
    dismissNotice: edits.dismiss,
    exportHosts: (format, ids) => {
      const file = exportFile(format, {
        rows: ids === undefined ? (all ?? []) : rowsOf(ids),
        now: Date.now(),
        thresholds,
      });
      saveFile(file.name, file.text, file.mediaType);
      edits.say(texts.done.exported(file.name));
    },
    renew: (id) => {
      const host = rows?.find(id)?.host;
      if (host !== undefined) open(pageAddress.renewal(addressOrigin(host)));
    },
    openAdd: () => setAdding(true),
    closeAdd: () => setAdding(false),
    retry: () => void rows?.load().catch((error: unknown) => report("reading the watch list", error)),
    openSettings: () => open(pageAddress.options),
  };

  const openRow = view.host === undefined ? undefined : rows?.find(view.host);
  const drawn: DashboardState = {
    now,
    view,
    selection,
    ...(state !== undefined && {
      table: {
        shown,
        count: state.reading?.total ?? state.rows.length,
        summary: state.summary,
        ...(state.reading !== undefined && { reading: state.reading }),
      },
    }),
    ...(state?.problem !== undefined && { problem: state.problem }),
    ...(picture !== undefined && { timeline: picture }),
    ...(openRow !== undefined && { open: openRow }),
    ...(checks.progress !== undefined && { run: checks.progress }),
    ...(edits.notice !== undefined && { notice: edits.notice }),
    noSource,
  };
  const details = openRow !== undefined && (
    <HostPanel
      row={openRow}
      now={now}
      thresholds={thresholds}
      actions={{
        checkNow: () => actions.checkNow([openRow.host.id]),
        saveCalendar: () => actions.exportHosts("calendar", [openRow.host.id]),
        forget: () => actions.forget([openRow.host.id]),
        close: () => actions.open(undefined),
      }}
    />
  );
  return (
    <>
      <Dashboard state={drawn} actions={actions} details={details} quickAdd={<QuickAdd onMany={actions.openAdd} />} />
      <AddHosts isOpen={adding} onOpen={actions.openAdd} onClose={actions.closeAdd} />
    </>
  );
}
