import { type ComponentChild, render } from "preact";
import "./base.css";

/** Renders a page into the root that Plasmo appends to the page's own HTML. */
export function mount(page: ComponentChild): void {
  const root = document.getElementById("__plasmo");
  if (root === null) throw new Error("The page has no #__plasmo element.");
  render(page, root);
}
