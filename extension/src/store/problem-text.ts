import { visibleText } from "../../../shared/display/visible-text.ts";
import type { RestoreProblem } from "./everything.ts";

type Texts = {
  readonly [Code in RestoreProblem["code"]]: (problem: Extract<RestoreProblem, { code: Code }>) => string;
};

const texts: Texts = {
  "future-version": () =>
    "The data was written by a newer version of NotAfter. It is untouched. Update the extension to use it.",
  "storage-full": () =>
    "There is no more room for NotAfter's data. Nothing of this was kept, and what was there before is safe. Free some disk space and try again.",
  blocked: () =>
    "An older page of NotAfter is still open. Your data is safe. Close NotAfter's other tabs and try again.",
  unavailable: ({ detail }) =>
    `The browser does not open NotAfter's data. Nothing was changed. Restart the browser and try again. It says: ${visibleText(detail, 200)}`,
  "bad-record": ({ store, index }) =>
    `Record ${index + 1} of “${visibleText(store, 40)}” is damaged. Nothing was imported, and your data is as it was. Look for another copy of the backup.`,
};

/** What happened, what is safe, what to do: a problem of the store in a few sentences. */
export function storeProblemText(problem: RestoreProblem): string {
  // Each code's own function takes that code's problem: the table's type says so, which a look-up cannot express.
  const text = texts[problem.code] as (problem: RestoreProblem) => string;
  return text(problem);
}
