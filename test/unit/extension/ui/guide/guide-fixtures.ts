import type { Content } from "../../../../../shared/guide/content.ts";
import type { Guide, Platform } from "../../../../../shared/guide/guide.ts";

export const nginx: Platform = {
  id: "nginx",
  name: "nginx",
  summary: "A web server.",
  keywords: ["reverse proxy"],
  ports: [],
  formats: [],
  orderFormName: "nginx",
  without: { restore: "It keeps no earlier state." },
};
export const apache: Platform = { ...nginx, id: "apache", name: "Apache HTTP Server", keywords: ["httpd"] };

/** A guide with a block of every kind. */
export const guide: Guide = {
  platform: "nginx",
  task: "install",
  title: "Install on nginx",
  description: "Puts it in place.",
  versions: "nginx 1.22",
  tokens: ["domain", "file"],
  sources: [{ title: "The vendor's page", url: "https://nginx.example/", checked: "2026-11-21" }],
  reviewed: "2026-11-22",
  blocks: [
    { kind: "heading", depth: 2, text: "Copy", id: "copy" },
    {
      kind: "paragraph",
      children: [
        { kind: "text", text: "Your site www.example.com with " },
        { kind: "code", text: "www.example.com.key" },
        { kind: "strong", children: [{ kind: "text", text: "strong" }] },
        { kind: "emphasis", children: [{ kind: "text", text: "soft" }] },
        { kind: "link", href: "https://nginx.example/docs", children: [{ kind: "text", text: "outside" }] },
        { kind: "link", href: "/guides/nginx/verify/#now", children: [{ kind: "text", text: "a guide" }] },
        { kind: "link", href: "/concepts/chain/", children: [{ kind: "text", text: "a concept" }] },
      ],
    },
    { kind: "list", ordered: true, items: [[{ kind: "paragraph", children: [{ kind: "text", text: "First" }] }]] },
    { kind: "list", ordered: false, items: [[{ kind: "paragraph", children: [{ kind: "text", text: "Point" }] }]] },
    { kind: "note", tone: "danger", children: [{ kind: "paragraph", children: [{ kind: "text", text: "Secret" }] }] },
    {
      kind: "code",
      language: "sh",
      meaning: { kind: "run", id: "copy" },
      text: "cp www.example.com.key /x\ncurl https://www.example.com/",
      line: 1,
    },
    {
      kind: "code",
      language: "nginx",
      meaning: { kind: "file", path: "/etc/www.example.com" },
      text: "server_name www.example.com;",
      line: 2,
    },
    { kind: "code", language: "text", meaning: { kind: "output" }, text: "ok", line: 3 },
    { kind: "code", language: "sh", meaning: { kind: "shown", reason: "appliance" }, text: "reload", line: 4 },
  ],
};

export const content: Content = { authorities: [], advice: [], platforms: [nginx, apache], guides: [guide] };
