/** The selected hosts by id, and where a range that is extended begins. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly anchor?: string;
}

export const noSelection: Selection = { ids: new Set() };

export function toggled({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/** With all rows between the anchor and this one, in the order that is shown; the anchor stays. */
export function extendedTo(selection: Selection, shown: readonly string[], id: string): Selection {
  const to = shown.indexOf(id);
  const anchor = selection.anchor === undefined ? -1 : shown.indexOf(selection.anchor);
  if (to < 0) return selection;
  if (anchor < 0) return { ids: new Set([...selection.ids, id]), anchor: id };
  const between = shown.slice(Math.min(anchor, to), Math.max(anchor, to) + 1);
  return {
    ids: new Set([...selection.ids, ...between]),
    ...(selection.anchor !== undefined && { anchor: selection.anchor }),
  };
}

/** All that are shown, or none of them where all are selected already; what is hidden by a filter stays as it is. */
export function allToggled({ ids }: Selection, shown: readonly string[]): Selection {
  const next = new Set(ids);
  if (shown.every((id) => ids.has(id))) for (const id of shown) next.delete(id);
  else for (const id of shown) next.add(id);
  return { ids: next };
}

/** Without those that are no longer in the list. The same selection where all are. */
export function stillThere(selection: Selection, isThere: (id: string) => boolean): Selection {
  const kept = [...selection.ids].filter(isThere);
  return kept.length === selection.ids.size ? selection : { ids: new Set(kept) };
}
