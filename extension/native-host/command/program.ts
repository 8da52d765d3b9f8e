/** What this program consists of: one script that a Node runs, or one executable that has Node in it. */
export type Program =
  | { readonly kind: "script"; readonly path: string }
  | { readonly kind: "executable"; readonly path: string; readonly text: () => string };
