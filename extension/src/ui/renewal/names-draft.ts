import type { Audience } from "../../../../shared/request/name-rules.ts";
import { type NameProblem, type RequestName, readRequestNames } from "../../../../shared/request/request-names.ts";

/** The names of the request while they are edited. */
export interface NamesDraft {
  readonly names: readonly RequestName[];
  /** What could not be taken the last time, each with its reason. */
  readonly problems: readonly NameProblem[];
  /** Earlier lists, the latest last. */
  readonly earlier: readonly (readonly RequestName[])[];
}

export const emptyNames: NamesDraft = { names: [], problems: [], earlier: [] };

/** Undo reaches back this far. */
const mostEarlier = 50;

const changed = (
  draft: NamesDraft,
  names: readonly RequestName[],
  problems: readonly NameProblem[] = [],
): NamesDraft => ({
  names,
  problems,
  earlier: [...draft.earlier, draft.names].slice(-mostEarlier),
});

/** Adds typed or pasted names, as many as there are; those that are there already stay once. */
export function addNames(draft: NamesDraft, text: string, audience: Audience): NamesDraft {
  const { names, problems } = readRequestNames(text, audience);
  const known = new Set(draft.names.map(({ value }) => value));
  const fresh = names.filter(({ value }) => !known.has(value));
  return fresh.length === 0 ? { ...draft, problems } : changed(draft, [...draft.names, ...fresh], problems);
}

export const removeName = (draft: NamesDraft, value: string): NamesDraft =>
  changed(
    draft,
    draft.names.filter((name) => name.value !== value),
  );

/** Puts another list in place of this one; it can be undone. */
export const replaceNames = (draft: NamesDraft, names: readonly RequestName[]): NamesDraft => changed(draft, names);

/** Leaves out the names that this kind of authority does not take, with their reasons; can be undone. */
export function recheckNames(draft: NamesDraft, audience: Audience): NamesDraft {
  const { names, problems } = readRequestNames(draft.names.map(({ value }) => value).join("\n"), audience);
  return problems.length === 0 ? draft : changed(draft, names, problems);
}

/** Takes back the last change; without one it does nothing. */
export function undoNames(draft: NamesDraft): NamesDraft {
  const names = draft.earlier.at(-1);
  return names === undefined ? draft : { names, problems: [], earlier: draft.earlier.slice(0, -1) };
}

/** Whether two lists hold the same names, in whatever order: a request's names are a set. */
export function sameNames(one: readonly RequestName[], other: readonly RequestName[]): boolean {
  const values = new Set(one.map(({ value }) => value));
  return one.length === other.length && other.every(({ value }) => values.has(value));
}
