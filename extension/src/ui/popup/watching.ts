/** Whether the user is notified of a watched host; `refused` stands for a permission that was not given so far, too. */
export type Notice = "notified" | "refused" | "switched-off";

/** Where a site stands with the watch list, as the star shows it. */
export type Watching =
  | { readonly kind: "not-watched" }
  /** A private window's user is asked first: the list outlives the window. */
  | { readonly kind: "asking" }
  | { readonly kind: "working"; readonly on: boolean }
  /** `added`: by a click in this popup. No `notice` while the browser asks, and where there is nothing to say. */
  | { readonly kind: "watched"; readonly id: string; readonly added: boolean; readonly notice?: Notice }
  /** `undo` is what `askWatchAgain` takes. */
  | { readonly kind: "forgotten"; readonly id: string; readonly undo: string }
  | { readonly kind: "problem"; readonly text: string; readonly id?: string };

/** Whether the star is filled: what is so, or will be in a moment. */
export const isOn = (watching: Watching): boolean =>
  watching.kind === "watched" ||
  (watching.kind === "working" && watching.on) ||
  (watching.kind === "problem" && watching.id !== undefined);

export interface WatchActions {
  readonly toggle: () => void;
  /** The answer to the question in a private window. */
  readonly decide: (watch: boolean) => void;
  readonly undo: () => void;
}
