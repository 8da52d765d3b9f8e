import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { storeProblemText } from "../../store/problem-text.ts";
import { dashboardTexts as texts } from "../messages/en/dashboard.ts";
import { RemoveIcon, SettingsIcon } from "../parts/icons.tsx";
import { PageFrame } from "../parts/page-frame.tsx";
import { Untrusted } from "../parts/untrusted.tsx";
import { usePaintedMark } from "../parts/use-painted-mark.ts";
import { BulkBar } from "./bulk-bar.tsx";
import { CheckBar } from "./check-bar.tsx";
import type { DashboardActions, DashboardState } from "./dashboard-state.ts";
import { isFiltered, wholeList } from "./dashboard-view.ts";
import { ExportMenu } from "./export-menu.tsx";
import { Filters } from "./filters.tsx";
import { FirstHost } from "./first-host.tsx";
import { HostTable } from "./host-table.tsx";
import { noSelection } from "./selection.ts";
import { TimelineView } from "./timeline/timeline-view.tsx";
import "./dashboard.css";

interface DashboardProps {
  readonly state: DashboardState;
  readonly actions: DashboardActions;
  /** The open host's details. */
  readonly details?: ComponentChildren;
}

export function Dashboard({
  state,
  actions,
  details,
  quickAdd,
}: DashboardProps & { readonly quickAdd?: ComponentChildren }) {
  useShortcuts(actions);
  usePaintedMark("first-rows", (state.table?.shown.length ?? 0) > 0);
  usePaintedMark("all-rows", listState(state) === "read");
  const { table, problem, noSource } = state;
  return (
    <PageFrame title={texts.title} lead={<Tools state={state} actions={actions} />} width="full">
      <div class="dashboard" data-list={listState(state)}>
        {problem !== undefined && (
          <section class="note note-stop stack stack-tight" role="alert">
            <h2>{texts.problemTitle}</h2>
            <p>{storeProblemText(problem)}</p>
            <button type="button" class="button" onClick={actions.retry}>
              {texts.retry}
            </button>
          </section>
        )}
        {noSource && (
          <p class="note note-mind small">
            {texts.noSource}{" "}
            <button type="button" class="link" onClick={actions.openSettings}>
              {texts.noSourceNext}
            </button>
          </p>
        )}
        {table === undefined && problem === undefined && <p class="muted">{texts.loading}</p>}
        {listState(state) === "empty" && <FirstHost>{quickAdd}</FirstHost>}
        {table !== undefined && table.count > 0 && (
          <List state={state} table={table} actions={actions} details={details} />
        )}
        <Foot state={state} actions={actions} />
      </div>
    </PageFrame>
  );
}

/** For those who wait for the page from outside. */
function listState({ table, problem }: DashboardState): "problem" | "loading" | "reading" | "empty" | "read" {
  if (problem !== undefined) return "problem";
  if (table === undefined) return "loading";
  if (table.reading !== undefined) return "reading";
  return table.count === 0 ? "empty" : "read";
}

/** What concerns the whole list. */
function Tools({ state: { table }, actions }: DashboardProps) {
  return (
    <div class="dashboard-tools">
      {table !== undefined && table.count > 0 && (
        <>
          <button type="button" class="button button-main" onClick={actions.openAdd}>
            {texts.add}
          </button>
          <ExportMenu label={texts.exportAll} onExport={(format) => actions.exportHosts(format)} />
        </>
      )}
      <button
        type="button"
        class="button"
        aria-label={texts.settings}
        title={texts.settings}
        onClick={actions.openSettings}
      >
        <SettingsIcon />
      </button>
    </div>
  );
}

interface ListProps extends DashboardProps {
  readonly table: NonNullable<DashboardState["table"]>;
}

function List({ state, table, actions, details }: ListProps) {
  const { view, selection, now, run, open, timeline } = state;
  const { shown, count, summary, reading } = table;
  return (
    <>
      {timeline === undefined ? (
        <div class="dashboard-timeline-place" />
      ) : (
        <TimelineView
          timeline={timeline}
          selected={view.ends}
          onMonth={(ends) => actions.change({ ends })}
          onHost={actions.open}
        />
      )}
      <Filters view={view} summary={summary} onView={actions.change} onSort={actions.sort} />
      {run !== undefined && <CheckBar progress={run} onStop={actions.stopChecks} />}
      <p class="small muted dashboard-count" role="status">
        {reading === undefined ? texts.count(shown.length, count) : texts.reading(reading.read, reading.total)}
      </p>
      <div class={`dashboard-list${open === undefined ? "" : " dashboard-beside"}`}>
        {shown.length === 0 && reading === undefined ? (
          <NothingShown state={state} actions={actions} />
        ) : (
          <HostTable
            rows={shown}
            now={now}
            selection={selection}
            sort={view.sort}
            descending={view.descending}
            openId={view.host}
            onSelect={actions.select}
            onOpen={actions.open}
            onSort={actions.sort}
          />
        )}
        {open !== undefined && details}
      </div>
    </>
  );
}

function NothingShown({ state: { view }, actions }: DashboardProps) {
  return (
    <div class="nothing-shown stack">
      <p>
        <strong>{texts.nothingShown}</strong> {texts.nothingShownNext}
      </p>
      {isFiltered(view) && (
        <button
          type="button"
          class="button"
          onClick={() => actions.change({ ...wholeList, owner: undefined, only: undefined, sort: view.sort })}
        >
          {texts.clearFilters}
        </button>
      )}
    </div>
  );
}

/** What stays in sight at the lower edge: what was done, and what can be done with the selected hosts. */
function Foot({ state, actions }: DashboardProps) {
  const { selection, now, table } = state;
  const selected = [...selection.ids];
  const next = table?.shown.find(({ host }) => selection.ids.has(host.id))?.host.id ?? selected[0];
  return (
    <div class="dashboard-foot">
      <NoticeBar state={state} actions={actions} />
      {selected.length > 0 && (
        <BulkBar
          count={selected.length}
          now={now}
          actions={{
            checkNow: () => actions.checkNow(selected),
            edit: (edit) => actions.edit(selected, edit),
            exportSelected: (format) => actions.exportHosts(format, selected),
            renewNext: () => next !== undefined && actions.renew(next),
            forget: () => actions.forget(selected),
            clear: () => actions.select(noSelection),
          }}
        />
      )}
    </div>
  );
}

function NoticeBar({ state: { notice }, actions }: DashboardProps) {
  return (
    <div class={notice === undefined ? "" : "notice-bar"} role="status">
      {notice !== undefined && (
        <>
          <span class={notice.isProblem ? "problem" : ""}>
            <Untrusted text={notice.text} />
          </span>
          {notice.canUndo && (
            <button type="button" class="button" onClick={actions.undo}>
              {texts.undo}
            </button>
          )}
          <button type="button" class="button button-plain" aria-label={texts.dismiss} onClick={actions.dismissNotice}>
            <RemoveIcon />
          </button>
        </>
      )}
    </div>
  );
}

/** `/` leads to the search, Escape closes the details. */
function useShortcuts({ open }: DashboardActions): void {
  useEffect(() => {
    const listening = new AbortController();
    const pressed = (event: KeyboardEvent): void => {
      const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        document.getElementById("host-search")?.focus();
      }
      if (event.key === "Escape" && !event.defaultPrevented) open(undefined);
    };
    document.addEventListener("keydown", pressed, { signal: listening.signal });
    return () => listening.abort();
  });
}
