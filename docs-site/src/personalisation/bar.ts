import type { FragmentProblem, Personalisation } from "../../../shared/guide/personalisation.ts";
import { fileOf, readFragment } from "../../../shared/guide/personalisation.ts";
import { tokens } from "../../../shared/guide/tokens.ts";

/** What the bar shows. `nothing` is for pages without places to fill in. */
export type BarState =
  | { readonly kind: "nothing" | "offer" }
  | { readonly kind: "filled"; readonly personalisation: Personalisation }
  | { readonly kind: "refused"; readonly problem: FragmentProblem };

export interface BarActions {
  readonly use: (personalisation: Personalisation) => void;
  readonly clear: () => void;
}

/** The bar of a page: shows a state, and lets the user change or clear the values. Undefined where a page has none. */
export function openBar(page: Document, actions: BarActions): ((state: BarState) => void) | undefined {
  const bar = page.querySelector<HTMLElement>("[data-personal]");
  const form = bar?.querySelector("form");
  if (!bar || !form) return undefined;
  const field = (name: string): HTMLInputElement | null => form.querySelector(`input[name="${name}"]`);
  const error = bar.querySelector<HTMLElement>("[data-personal-error]");

  const show = (state: BarState): void => {
    bar.dataset["state"] = state.kind;
    bar.hidden = state.kind === "nothing";
    form.hidden = true;
    const values = state.kind === "filled" ? state.personalisation.values : {};
    const name = bar.querySelector("[data-personal-name]");
    if (name && state.kind === "filled") name.textContent = nameOf(state.personalisation);
    setValue(field("d"), (state.kind === "filled" ? state.personalisation.wildcard : undefined) ?? values.domain ?? "");
    setValue(field("f"), values.file ?? "");
  };

  for (const button of bar.querySelectorAll<HTMLElement>("[data-personal-edit]"))
    button.addEventListener("click", () => {
      form.hidden = false;
      field("d")?.focus();
    });
  bar.querySelector("[data-personal-clear]")?.addEventListener("click", actions.clear);
  bar.querySelector("[data-personal-cancel]")?.addEventListener("click", () => {
    form.hidden = true;
    bar.querySelector<HTMLElement>("[data-personal-edit]:not([hidden])")?.focus();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const read = readForm(field("d")?.value.trim() ?? "", field("f")?.value.trim() ?? "");
    for (const name of ["d", "f"])
      field(name)?.setAttribute("aria-invalid", String("wrong" in read && read.wrong === name));
    if (error) error.textContent = "wrong" in read ? read.message : "";
    if ("wrong" in read) field(read.wrong)?.focus();
    else actions.use(read);
  });
  return show;
}

/** The form's values, checked exactly as a link's are; the file name follows the host where it is left empty. */
export function readForm(
  host: string,
  file: string,
): Personalisation | { readonly wrong: "d" | "f"; readonly message: string } {
  const named = readFragment(`v=1&d=${oneValue(host)}`);
  if (!named.ok)
    return {
      wrong: "d",
      message: "That is not a host name. Write it as in www.example.org, without https:// and without a path.",
    };
  const read = readFragment(`v=1&d=${host}&f=${oneValue(file || fileOf(host))}`);
  if (read.ok) return read.value;
  return {
    wrong: "f",
    message:
      "A file name has letters, digits, dots, hyphens and underscores, at most 80, and starts with none of . and -.",
  };
}

/** A typed `&` must not become a second key: encoded it is refused, like every other stray character. */
const oneValue = (typed: string): string => typed.replaceAll("&", "%26");

const nameOf = ({ wildcard, values }: Personalisation): string =>
  wildcard ?? values.domain ?? values.file ?? tokens.domain.standsAs;

function setValue(input: HTMLInputElement | null, value: string): void {
  if (input) input.value = value;
}
