import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { HostRow, SortKey } from "../../../../shared/watch/host-table.ts";
import { dashboardTexts as texts } from "../messages/en/dashboard.ts";
import { HostCells } from "./host-line.tsx";
import { useRowHeight } from "./row-height.ts";
import { slotsOf } from "./row-window.ts";
import { allToggled, extendedTo, type Selection, toggled } from "./selection.ts";
import { TableHead } from "./table-head.tsx";
import { rowAfterKey } from "./table-keys.ts";
import { useRowWindow } from "./use-row-window.ts";

export interface HostTableProps {
  /** In order, as many as there are: those in sight are drawn. */
  readonly rows: readonly HostRow[];
  /** Epoch milliseconds. */
  readonly now: number;
  readonly selection: Selection;
  readonly sort: SortKey;
  readonly descending: boolean;
  /** The host whose details are open, by id. */
  readonly openId?: string | undefined;
  readonly onSelect: (selection: Selection) => void;
  readonly onOpen: (id: string) => void;
  readonly onSort: (key: SortKey) => void;
}

/**
 * The watched hosts as a grid of which only the rows in sight exist. One element has the focus, the rows are pointed at
 * (`aria-activedescendant`): a row that is scrolled away takes nothing with it.
 */
export function HostTable({ rows, now, selection, sort, descending, openId, ...on }: HostTableProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const head = useRef<HTMLTableSectionElement>(null);
  const rowHeight = useRowHeight();
  const { first, end } = useRowWindow(body, rowHeight, rows.length);
  const slots = slotsOf(innerHeight, rowHeight);
  const [activeId, setActiveId] = useState<string>();
  const ids = useMemo(() => rows.map(({ host }) => host.id), [rows]);
  const active = activeId === undefined ? -1 : ids.indexOf(activeId);

  const reveal = (index: number): void => {
    const top = (body.current?.getBoundingClientRect().top ?? 0) + index * rowHeight;
    const upper = head.current?.getBoundingClientRect().bottom ?? 0;
    const foot = document.querySelector<HTMLElement>(".dashboard-foot")?.offsetHeight ?? 0;
    const lower = innerHeight - foot - rowHeight - 8;
    if (top < upper) scrollBy(0, top - upper);
    else if (top > lower) scrollBy(0, top - lower);
  };
  const openIndex = openId === undefined ? -1 : ids.indexOf(openId);
  useEffect(() => {
    // An address that names a host leads to its row, once that is here.
    if (openId === undefined || openIndex < 0 || openId === activeId) return;
    setActiveId(openId);
    reveal(openIndex);
  }, [openId, openIndex >= 0]);

  const choose = (index: number, extend: boolean): void => {
    const id = ids[index];
    if (id === undefined) return;
    on.onSelect(extend ? extendedTo(selection, ids, id) : toggled(selection, id));
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const page = Math.floor((innerHeight - (head.current?.offsetHeight ?? 0)) / rowHeight) - 1;
    const { key } = event;
    if (key === "a" && (event.ctrlKey || event.metaKey)) on.onSelect(allToggled(selection, ids));
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (key === " ") choose(active, event.shiftKey);
    else if (key === "Enter" && activeId !== undefined && active >= 0) on.onOpen(activeId);
    else {
      const to = rowAfterKey(key, active, rows.length, page);
      const id = to === undefined ? undefined : ids[to];
      if (to === undefined || id === undefined) return;
      setActiveId(id);
      reveal(to);
      if (event.shiftKey) {
        const begun =
          selection.anchor === undefined && activeId !== undefined
            ? toggled({ ids: new Set(selection.ids) }, activeId)
            : selection;
        on.onSelect(extendedTo(begun, ids, id));
      }
    }
    event.preventDefault();
  };

  useEffect(() => {
    // Where the pointer lands in a row does not matter; the keys do the same from the grid itself.
    const listening = new AbortController();
    const clicked = (event: MouseEvent): void => {
      if (!(event.target instanceof Element) || event.target.closest(".cell-select") !== null) return;
      const index = Number(event.target.closest<HTMLElement>("[data-index]")?.dataset["index"]);
      const id = ids[index];
      if (id === undefined) return;
      setActiveId(id);
      if (event.shiftKey || event.ctrlKey || event.metaKey) choose(index, event.shiftKey);
      else on.onOpen(id);
    };
    body.current?.addEventListener("click", clicked, { signal: listening.signal });
    return () => listening.abort();
  });

  const isDrawn = active >= first && active < end;
  return (
    <>
      <p id="table-help" class="only-spoken">
        {texts.tableHelp}
      </p>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA in HTML allows a table to be a grid
        role="grid"
        class="host-table"
        tabIndex={0}
        aria-label={texts.table}
        aria-describedby="table-help"
        aria-rowcount={rows.length + 1}
        aria-multiselectable="true"
        {...(isDrawn && { "aria-activedescendant": rowId(active) })}
        onKeyDown={pressed}
      >
        <TableHead
          element={head}
          shown={ids}
          selection={selection}
          sort={sort}
          descending={descending}
          onSelect={on.onSelect}
          onSort={on.onSort}
        />
        <tbody
          ref={body}
          class="host-rows"
          style={{ height: `${rows.length * rowHeight}px`, paddingTop: `${first * rowHeight}px` }}
        >
          {rows.slice(first, end).map((row, offset) => {
            const index = first + offset;
            const { id } = row.host;
            const isSelected = selection.ids.has(id);
            return (
              <tr
                key={index % slots}
                id={rowId(index)}
                data-index={index}
                class={`host-row${index === active ? " host-active" : ""}${id === openId ? " host-open" : ""}`}
                aria-rowindex={index + 2}
                aria-selected={isSelected}
              >
                <td class="cell-select">
                  <label class="select-box">
                    <input
                      type="checkbox"
                      tabIndex={-1}
                      checked={isSelected}
                      aria-label={texts.selectHost}
                      onClick={(event) => {
                        setActiveId(id);
                        choose(index, event.shiftKey);
                      }}
                    />
                  </label>
                </td>
                <HostCells row={row} now={now} />
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

const rowId = (index: number): string => `host-row-${index}`;
