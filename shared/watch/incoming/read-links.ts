import { readHost, targetKey } from "../host-list.ts";
import { collectLines, mostLines } from "./found-lines.ts";
import { found, type Incoming, refused } from "./incoming.ts";
import { markupLinks } from "./markup-links.ts";

/** Kinds of link that lead to no host: mail, scripts, a browser's own places, and what is relative to the page. */
const toHosts = /^[a-z][a-z0-9+.-]*:\/\/[^/]/i;
const places = /^(?:file|about|chrome|edge|place|data|blob):/i;

/** The hosts that a sitemap, feed, outline or bookmarks file links to, each once. Undefined for text that is none of these. */
export function readLinks(text: string): Incoming | undefined {
  const links = markupLinks(text, mostLines);
  if (links === undefined) return undefined;
  if (links.length > mostLines) return refused("too-many-lines");
  const lines = collectLines();
  const seen = new Set<string>();
  for (const { line, address } of links) {
    if (!toHosts.test(address) || places.test(address)) continue;
    // Thousands of pages of one site: only what tells hosts apart is read.
    const origin = address.slice(0, 4096).replace(/^([^:]*:\/\/[^/?#\\]*).*$/s, "$1");
    if (seen.has(origin)) continue;
    seen.add(origin);
    const target = readHost(origin);
    if (target === undefined) continue;
    if (target.ok && seen.has(targetKey(target.value))) continue;
    if (target.ok) seen.add(targetKey(target.value));
    lines.add(line, origin, target);
  }
  const all = lines.found();
  return all.wishes.length === 0 && all.problemCount === 0 ? refused("no-hosts") : found(all);
}
