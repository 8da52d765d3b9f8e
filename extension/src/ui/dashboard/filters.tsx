import { visibleText } from "../../../../shared/display/visible-text.ts";
import type { Level } from "../../../../shared/verdict/verdict.ts";
import type { rowSummary, SortKey } from "../../../../shared/watch/host-table.ts";
import { dashboardTexts as texts } from "../messages/en/dashboard.ts";
import { RemoveIcon } from "../parts/icons.tsx";
import { dayText } from "../parts/moment.tsx";
import type { DashboardView, ViewChange } from "./dashboard-view.ts";
import { tableColumns } from "./table-head.tsx";

interface FiltersProps {
  readonly view: DashboardView;
  readonly summary: ReturnType<typeof rowSummary>;
  readonly onView: (change: ViewChange) => void;
  readonly onSort: (key: SortKey) => void;
}

/** Gravest first: what needs a hand stands where the eye begins. */
const offered: readonly Level[] = ["expired", "broken", "urgent", "due", "unknown", "not-yet-valid", "ok"];

/** What narrows the table: words, levels with their counts, a tag, an owner. */
export function Filters({ view, summary, onView, onSort }: FiltersProps) {
  const isOn = (level: Level): boolean => view.levels.includes(level);
  return (
    <div class="filters">
      <input
        id="host-search"
        type="search"
        class="input filter-search"
        placeholder={texts.search}
        aria-label={texts.search}
        title={texts.searchKey}
        value={view.text}
        autocomplete="off"
        spellcheck={false}
        onInput={({ currentTarget }) => onView({ text: currentTarget.value })}
      />
      <fieldset aria-label={texts.levelFilter} class="chips">
        {offered
          .filter((level) => summary.levels[level] > 0 || isOn(level))
          .map((level) => (
            <button
              key={level}
              type="button"
              class={`chip level-${level}`}
              aria-pressed={isOn(level)}
              onClick={() =>
                onView({ levels: isOn(level) ? view.levels.filter((one) => one !== level) : [...view.levels, level] })
              }
            >
              <span class="chip-dot" aria-hidden="true" />
              {texts.levels[level]} <span class="muted">{summary.levels[level].toLocaleString("en")}</span>
            </button>
          ))}
        {view.ends !== undefined && (
          <button type="button" class="chip" onClick={() => onView({ ends: undefined })}>
            {texts.endsIn(dayText(view.ends.from), dayText(view.ends.until - 1))}
            <RemoveIcon />
          </button>
        )}
        {view.only !== undefined && (
          <button type="button" class="chip" onClick={() => onView({ only: undefined })}>
            {texts.onlyThese(view.only.length)}
            <RemoveIcon />
          </button>
        )}
      </fieldset>
      <div class="filter-choices">
        {(summary.tags.length > 0 || view.tags.length > 0) && (
          <Choice
            label={texts.tagFilter}
            values={joined(summary.tags, view.tags)}
            value={view.tags[0]}
            onChoose={(tag) => onView({ tags: tag === undefined ? [] : [tag] })}
          />
        )}
        {(summary.owners.length > 0 || view.owner !== undefined) && (
          <Choice
            label={texts.ownerFilter}
            values={joined(summary.owners, view.owner === undefined ? [] : [view.owner])}
            value={view.owner}
            onChoose={(owner) => onView({ owner })}
          />
        )}
        <label class="filter-choice filter-sort">
          <span class="small muted">{texts.sortBy}</span>
          <select
            class="input"
            value={view.sort}
            onChange={({ currentTarget }) => {
              const chosen = tableColumns.find(({ sort }) => sort === currentTarget.value)?.sort;
              if (chosen !== undefined) onSort(chosen);
            }}
          >
            {tableColumns.map(({ name, sort }) =>
              sort === undefined ? null : (
                <option key={sort} value={sort}>
                  {texts.columns[name]}
                </option>
              ),
            )}
          </select>
        </label>
      </div>
    </div>
  );
}

const joined = (known: readonly string[], chosen: readonly string[]): readonly string[] => [
  ...chosen.filter((each) => !known.includes(each)),
  ...known,
];

interface ChoiceProps {
  readonly label: string;
  readonly values: readonly string[];
  readonly value: string | undefined;
  readonly onChoose: (value: string | undefined) => void;
}

/** Options are chosen by their place: a tag may be any text, and one may look like “any”. */
function Choice({ label, values, value, onChoose }: ChoiceProps) {
  return (
    <label class="filter-choice">
      <span class="small muted">{label}</span>
      <select
        class="input"
        value={value === undefined ? "" : `${values.indexOf(value)}`}
        onChange={({ currentTarget }) =>
          onChoose(currentTarget.value === "" ? undefined : values[Number(currentTarget.value)])
        }
      >
        <option value="">{texts.any}</option>
        {values.map((each, index) => (
          <option key={each} value={`${index}`}>
            {visibleText(each, 60)}
          </option>
        ))}
      </select>
    </label>
  );
}
