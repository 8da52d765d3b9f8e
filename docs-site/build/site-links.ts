import type { MarkdownPlugin } from "./markdown-plugin.ts";

/** Content links to pages as `/guides/nginx/backup/`, without knowing under which path the site stands; outside links carry no referrer. */
export const siteLinks = (basePath: string): MarkdownPlugin => ({
  name: "notafter-site-links",
  element: {
    filter: ["a"],
    visit(node, context) {
      const href = node.properties["href"];
      if (typeof href !== "string") return;
      if (href.startsWith("/")) context.setProperty(node, "href", basePath + href.slice(1));
      else if (/^https?:/.test(href)) context.setProperty(node, "rel", "noreferrer");
    },
  },
});
