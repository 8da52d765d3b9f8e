/** The chooser's behaviour; without it the list is a list of links. Platforms are `[data-platform]` details elements. */
export function openChooser(page: Document): void {
  const input = page.querySelector<HTMLInputElement>("[data-chooser-search]");
  const search = input?.closest<HTMLElement>("[hidden]");
  if (!input) return;
  if (search) search.hidden = false;
  input.addEventListener("input", () => filterPlatforms(page, input.value));
}

/** Shows the platforms whose name or keywords hold every word; opens the only one. */
export function filterPlatforms(page: Document, query: string): void {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = [...page.querySelectorAll<HTMLElement>("[data-platform]")].filter((platform) => {
    const text = platform.dataset["search"] ?? "";
    const fits = words.every((word) => text.includes(word));
    platform.hidden = !fits;
    return fits;
  });
  const [only] = shown;
  if (words.length > 0 && shown.length === 1) only?.setAttribute("open", "");
  const none = page.querySelector<HTMLElement>("[data-chooser-none]");
  if (none) none.hidden = shown.length > 0;
}

/** Opens the suggested platform, first in the list, and says why; an id that the site does not have is passed over. */
export function suggestPlatform(page: Document, id: string): void {
  const platform = [...page.querySelectorAll<HTMLElement>("[data-platform]")].find(
    (one) => one.dataset["platform"] === id,
  );
  const why = page.querySelector<HTMLElement>("[data-chooser-why]");
  if (!platform || !why) return;
  platform.setAttribute("open", "");
  platform.parentElement?.prepend(platform);
  const name = why.querySelector("strong");
  if (name) name.textContent = platform.dataset["name"] ?? id;
  why.hidden = false;
}
