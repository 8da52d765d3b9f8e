import { type Level, levels } from "../../../../shared/verdict/verdict.ts";
import type { TimeRange } from "../../../../shared/watch/ends-in.ts";
import { type RowFilter, type SortKey, sortKeys } from "../../../../shared/watch/host-table.ts";

/** What of the watch list is shown and how: all that the page's address keeps, so that reload and back keep it too. */
export interface DashboardView {
  /** Of these levels; empty: of any. */
  readonly levels: readonly Level[];
  /** With one of these tags; empty: whatever their tags. */
  readonly tags: readonly string[];
  readonly owner?: string;
  /** Words that are searched for. */
  readonly text: string;
  /** Only these, by id: those that a notification is about. */
  readonly only?: readonly string[];
  /** Certificates that end in this span: a month of the timeline. */
  readonly ends?: TimeRange;
  readonly sort: SortKey;
  readonly descending: boolean;
  /** The host whose details are open, by id. */
  readonly host?: string;
}

/** Fields that change; undefined takes one away. */
export type ViewChange = { readonly [Field in keyof DashboardView]?: DashboardView[Field] | undefined };

export const wholeList: DashboardView = { levels: [], tags: [], text: "", sort: "end", descending: false };

/** The view with the change; `undefined` leaves no key behind. */
export function changedView(view: DashboardView, change: ViewChange): DashboardView {
  const { owner, only, ends, host, ...rest } = { ...view, ...change };
  return {
    levels: rest.levels ?? wholeList.levels,
    tags: rest.tags ?? wholeList.tags,
    text: rest.text ?? wholeList.text,
    sort: rest.sort ?? wholeList.sort,
    descending: rest.descending ?? wholeList.descending,
    ...(owner !== undefined && { owner }),
    ...(only !== undefined && { only }),
    ...(ends !== undefined && { ends }),
    ...(host !== undefined && { host }),
  };
}

/** Reads the fragment of the page's address. Anything may stand there: what is not understood is left out. */
export function readView(fragment: string): DashboardView {
  const given = new URLSearchParams(fragment.replace(/^#/, "").slice(0, 100_000));
  const list = (name: string): readonly string[] =>
    (given.get(name) ?? "").split(",").flatMap((each) => (each === "" ? [] : [decode(each)]));
  const wanted = list("levels");
  const owner = given.get("owner");
  const host = given.get("host");
  const only = list("hosts");
  const ends = readSpan(given.get("ends"));
  return {
    levels: levels.filter((level) => wanted.includes(level)),
    tags: list("tags"),
    ...(owner !== null && { owner }),
    text: given.get("q") ?? "",
    ...(only.length > 0 && { only }),
    ...(ends !== undefined && { ends }),
    sort: sortKeys.find((key) => key === given.get("sort")) ?? wholeList.sort,
    descending: given.get("order") === "descending",
    ...(host !== null && host !== "" && { host }),
  };
}

/** The fragment that `readView` reads, with its `#`; empty for the whole list in its usual order. */
export function writeView(view: DashboardView): string {
  const { levels: shown, tags, owner, text, only, ends, sort, descending, host } = view;
  const parts = [
    host === undefined ? "" : `host=${encode(host)}`,
    shown.length === 0 ? "" : `levels=${shown.join(",")}`,
    tags.length === 0 ? "" : `tags=${tags.map(encodeEntry).join(",")}`,
    owner === undefined ? "" : `owner=${encode(owner)}`,
    text === "" ? "" : `q=${encode(text)}`,
    only === undefined ? "" : `hosts=${only.map(encodeEntry).join(",")}`,
    ends === undefined ? "" : `ends=${ends.from}-${ends.until}`,
    sort === wholeList.sort ? "" : `sort=${sort}`,
    descending ? "order=descending" : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : `#${parts.join("&")}`;
}

/** An entry of a list may hold the comma that separates them: it is encoded twice, for the query is decoded before. */
const encodeEntry = (entry: string): string => encodeURIComponent(encode(entry));

/** Half a surrogate pair, which a field can hold, cannot be encoded. */
const encode = (text: string): string => encodeURIComponent(text.replace(/\p{Cs}/gu, "\ufffd"));

function decode(entry: string): string {
  try {
    return decodeURIComponent(entry);
  } catch {
    return entry;
  }
}

/** `<from>-<until>`, epoch milliseconds. */
function readSpan(text: string | null): TimeRange | undefined {
  const [, from, until] = /^(\d{1,15})-(\d{1,15})$/.exec(text ?? "") ?? [];
  return from === undefined || until === undefined ? undefined : { from: Number(from), until: Number(until) };
}

export const filterOf = ({ levels: shown, tags, owner, text, ends }: DashboardView): RowFilter => ({
  ...(shown.length > 0 && { levels: new Set(shown) }),
  ...(tags.length > 0 && { tags: new Set(tags) }),
  ...(owner !== undefined && { owner }),
  text,
  ...(ends !== undefined && { ends }),
});

export const isFiltered = ({ levels: shown, tags, owner, text, only, ends }: DashboardView): boolean =>
  shown.length > 0 ||
  tags.length > 0 ||
  owner !== undefined ||
  text.trim() !== "" ||
  only !== undefined ||
  ends !== undefined;
