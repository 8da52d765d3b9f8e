import { type ComponentChild, render } from "preact";
import { act } from "preact/test-utils";

/** Draws a screen into the document, as the pages do; the one drawn before is taken away. */
export function draw(screen: ComponentChild): HTMLElement {
  document.body.innerHTML = '<div id="__plasmo"></div>';
  const root = document.getElementById("__plasmo");
  if (root === null) throw new Error("no root");
  act(() => render(screen, root));
  return root;
}

/** The button or link with this name (its whole text, or its label). */
export function named(root: HTMLElement, name: string): HTMLElement {
  const found = [...root.querySelectorAll<HTMLElement>("button, a, summary")].find(
    (each) => each.getAttribute("aria-label") === name || each.textContent?.trim() === name,
  );
  if (found === undefined) throw new Error(`nothing is named "${name}" in: ${root.textContent}`);
  return found;
}

export async function click(element: HTMLElement): Promise<void> {
  await act(async () => element.click());
}

/** Types into a field as the browser reports it. */
export function type(field: Element | null, text: string): void {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) throw new Error("not a field");
  act(() => {
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

/** Actions that write down what was done: `["renew"]`, `["go", "names"]`. */
export function recordedActions<T extends object>(done: unknown[][]): T {
  return new Proxy({} as T, {
    get:
      (_, name) =>
      (...given: unknown[]) =>
        void done.push([name, ...given.filter((each) => !(each instanceof Event))]),
  });
}
