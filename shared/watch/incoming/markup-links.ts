/** A link of a document, with the line on which it stands, counted from 1. */
export interface MarkupLink {
  readonly line: number;
  /** Entities decoded. Hostile text. */
  readonly address: string;
}

/** Which part of a document is a link, by what kind of document it is. First match counts. */
const kinds: readonly { readonly is: RegExp; readonly links: RegExp }[] = [
  // sitemaps.org/protocol.html; the locations of images and videos are another site's matter.
  {
    is: /<(?:\w+:)?(?:urlset|sitemapindex)[\s>]/i,
    links: /<(?!image:|video:)(?:\w{1,20}:)?loc(?:\s[^<>]{0,500})?>([^<]{0,4096}(?:<!\[CDATA\[[^<]{0,4096})?)/gi,
  },
  { is: /<opml[\s>]/i, links: /\s(?:xmlUrl|htmlUrl|url)\s*=\s*("[^"<]{0,4096}"|'[^'<]{0,4096}')/gi },
  {
    is: /<(?:rss|feed|rdf:RDF)[\s>]/i,
    links:
      /<link(?:\s(?:[^<>]{0,500}?\s)?href\s*=\s*("[^"<]{0,4096}"|'[^'<]{0,4096}')|(?:\s[^<>]{0,500})?>([^<]{0,4096}(?:<!\[CDATA\[[^<]{0,4096})?))/gi,
  },
  {
    is: /<(?:!doctype|html|dl|body|a)[\s>]/i,
    links: /<a\s(?:[^<>]{0,2000}?\s)?href\s*=\s*("[^"<]{0,4096}"|'[^'<]{0,4096}'|[^\s"'<>]{1,4096})/gi,
  },
];

/**
 * The links of a sitemap, a sitemap index, an OPML file, a feed, or of HTML (exported bookmarks). Undefined for text that
 * is none of these. It is searched, not parsed: nothing is fetched and no entity but the five of XML and numeric ones is
 * replaced, so that a hostile document costs no more than its length.
 */
export function markupLinks(text: string, most: number): readonly MarkupLink[] | undefined {
  const head = text.slice(0, 20_000);
  if (!/^\ufeff?\s*</.test(head)) return undefined;
  const kind = kinds.find(({ is }) => is.test(head));
  if (kind === undefined) return undefined;
  const links: MarkupLink[] = [];
  let line = 1;
  let counted = 0;
  for (const match of text.matchAll(kind.links)) {
    for (; counted < match.index; counted++) if (text.charCodeAt(counted) === 10) line++;
    links.push({ line, address: plainText(match[1] ?? match[2] ?? "") });
    if (links.length > most) break;
  }
  return links;
}

const plainText = (written: string): string =>
  decodeEntities(written.replace(/^["']|["']$/g, "").replace(/^\s*<!\[CDATA\[(.*?)(?:\]\]>?)?\s*$/s, "$1")).trim();

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const decodeEntities = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[String(name).toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
