import { readFragment, writeFragment } from "../../../../shared/guide/personalisation.ts";
import type { GuideState } from "./guide-state.ts";

const key = "guide";

const stateOf = (fragment: string): GuideState => {
  const read = readFragment(fragment);
  if (!read.ok)
    return { values: {}, ...(read.problem.code !== "no-personalisation" && { refused: read.problem.code }) };
  const { values, wildcard, suggestion } = read.value;
  return { values, ...(wildcard !== undefined && { wildcard }), ...(suggestion !== undefined && { suggestion }) };
};

/**
 * Takes the values out of the address at once, so that they stay out of the history, and keeps them for this tab.
 * A page without a fragment of its own goes on with those that the tab has. What is kept is read as carefully as a link.
 */
export function takeValues(address: Location, history: History, storage: Storage): GuideState {
  const fragment = address.hash;
  if (!fragment.startsWith("#v=")) return stateOf(storage.getItem(key) ?? "");
  storage.setItem(key, fragment);
  history.replaceState(null, "", `${address.pathname}${address.search}`);
  return stateOf(fragment);
}

/** Keeps values that were typed in the page. */
export function rememberValues({ values, wildcard, suggestion }: GuideState, storage: Storage): void {
  storage.setItem(
    key,
    writeFragment({
      values,
      ...(wildcard !== undefined && { wildcard }),
      ...(suggestion !== undefined && { suggestion }),
    }),
  );
}
