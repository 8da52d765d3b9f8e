import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

/** The addresses (paths from the site's root) of all pages of a built site, the page for unknown addresses left out. */
export const pagesOf = (folder: string): readonly string[] =>
  filesOf(folder)
    .filter((file) => file.endsWith("index.html"))
    .map((file) => `/${file.slice(0, -"index.html".length)}`)
    .sort();

const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => name.replaceAll(sep, "/"));

/** Links and references of a built site that lead nowhere, as `page → address`. `base` is the path under which the site stands. */
export function brokenLinks(folder: string, base = "/"): readonly string[] {
  const files = new Set(filesOf(folder));
  const ids = new Map<string, ReadonlySet<string>>();
  const idsOf = (file: string): ReadonlySet<string> => {
    const known = ids.get(file) ?? new Set(attributes(readFileSync(join(folder, file), "utf8"), "id"));
    ids.set(file, known);
    return known;
  };
  return pagesOf(folder).flatMap((page) => {
    const html = readFileSync(join(folder, page, "index.html"), "utf8");
    const own = `http://site${base}${page.slice(1)}`;
    return [...attributes(html, "href"), ...attributes(html, "src")]
      .filter((address) => {
        const url = new URL(address.replaceAll("&amp;", "&"), own);
        if (url.host !== "site") return false;
        if (!url.pathname.startsWith(base)) return true;
        const path = url.pathname.slice(base.length);
        const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
        return !files.has(file) || (url.hash !== "" && !idsOf(file).has(decodeURIComponent(url.hash.slice(1))));
      })
      .map((address) => `${page} → ${address}`);
  });
}

const attributes = (html: string, name: string): readonly string[] =>
  [...html.matchAll(new RegExp(`<[a-z][^>]*?\\s${name}="([^"]*)"`, "g"))].map(([, value]) => value ?? "");
