import type { RefObject } from "preact";
import type { SortKey } from "../../../../shared/watch/host-table.ts";
import { dashboardTexts as texts } from "../messages/en/dashboard.ts";
import { allToggled, type Selection } from "./selection.ts";

interface TableHeadProps {
  readonly element: RefObject<HTMLTableSectionElement>;
  /** Ids of all rows, in order. */
  readonly shown: readonly string[];
  readonly selection: Selection;
  readonly sort: SortKey;
  readonly descending: boolean;
  readonly onSelect: (selection: Selection) => void;
  readonly onSort: (key: SortKey) => void;
}

/** The columns after the box, in order; `sort` is missing where there is nothing to sort by. */
export const tableColumns: readonly { readonly name: keyof typeof texts.columns; readonly sort?: SortKey }[] = [
  { name: "level", sort: "level" },
  { name: "host", sort: "host" },
  { name: "end", sort: "end" },
  { name: "issuer", sort: "issuer" },
  { name: "checked", sort: "checked" },
  { name: "owner", sort: "owner" },
  { name: "note" },
];

/** The head of the table: a box for all rows, and the columns, which sort. */
export function TableHead({ element, shown, selection, sort, descending, onSelect, onSort }: TableHeadProps) {
  const count = selection.ids.size === 0 ? 0 : shown.reduce((sum, id) => sum + (selection.ids.has(id) ? 1 : 0), 0);
  const all = count > 0 && count === shown.length;
  return (
    <thead class="host-head" ref={element}>
      <tr class="host-row" aria-rowindex={1}>
        <th scope="col" class="cell-select">
          <label class="select-box">
            <input
              type="checkbox"
              checked={all}
              indeterminate={count > 0 && !all}
              disabled={shown.length === 0}
              aria-label={texts.selectAll(shown.length)}
              title={texts.selectAll(shown.length)}
              onClick={() => onSelect(allToggled(selection, shown))}
            />
          </label>
        </th>
        {tableColumns.map(({ name, sort: key }) => {
          const isSorted = key !== undefined && key === sort;
          return (
            <th
              key={name}
              scope="col"
              class={`cell-${name === "level" ? "ring" : name}`}
              {...(key !== undefined && { "aria-sort": isSorted ? (descending ? "descending" : "ascending") : "none" })}
            >
              {key === undefined ? (
                texts.columns[name]
              ) : (
                <button type="button" class="sort" onClick={() => onSort(key)}>
                  {texts.columns[name]}
                  <span class="sort-mark" aria-hidden="true">
                    {isSorted ? (descending ? "↓" : "↑") : ""}
                  </span>
                </button>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
