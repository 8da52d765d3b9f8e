import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";
import { codeBlocks } from "./build/code-blocks.ts";
import { contentSecurityPolicy, policyPlace } from "./build/content-security-policy.ts";
import { loadContent } from "./build/load-content.ts";
import { markdownPlugins } from "./build/markdown-plugin.ts";
import { basePath, contentFolder, siteAddress } from "./build/place.ts";
import { productionBuild } from "./build/production-build.ts";
import { proseTokens } from "./build/prose-tokens.ts";
import { sharedContent } from "./build/shared-content.ts";
import { sidebar } from "./build/sidebar.ts";
import { siteLinks } from "./build/site-links.ts";

const content = await loadContent(contentFolder);

export default defineConfig({
  ...(siteAddress === undefined ? {} : { site: siteAddress }),
  base: basePath,
  trailingSlash: "always",
  prefetch: false,
  build: { inlineStylesheets: "never" },
  vite: { server: { fs: { allow: ["..", contentFolder] } } },
  integrations: [
    productionBuild(),
    sharedContent(content),
    starlight({
      title: "NotAfter help",
      description: "Renew a TLS certificate by hand: back up, new key and CSR, install, verify.",
      favicon: "/favicon.svg",
      locales: { root: { label: "English", lang: "en-GB" } },
      pagefind: true,
      head: [
        { tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: policyPlace } },
        { tag: "meta", attrs: { name: "referrer", content: "no-referrer" } },
        { tag: "meta", attrs: { name: "color-scheme", content: "light dark" } },
      ],
      sidebar: sidebar(content),
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 2 },
      markdown: {
        processedDirs: [
          `${contentFolder}guides`,
          `${contentFolder}pages`,
          `${contentFolder}authorities`,
          `${contentFolder}platforms`,
        ],
      },
      customCss: ["./src/styles/colours.css", "./src/styles/reading.css", "./src/styles/print.css"],
      components: {
        PageTitle: "./src/components/PageTitle.astro",
        MarkdownContent: "./src/components/MarkdownContent.astro",
        SiteTitle: "./src/components/SiteTitle.astro",
      },
      routeMiddleware: "./src/route-data.ts",
      expressiveCode: codeBlocks,
    }),
    markdownPlugins(proseTokens, siteLinks(basePath)),
    contentSecurityPolicy(),
  ],
});
