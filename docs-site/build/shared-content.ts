import type { AstroIntegration } from "astro";
import type { Content } from "../../shared/guide/content.ts";

const name = "virtual:notafter/content";

/** Gives the site's modules the content that was read and checked once, when the configuration was made. */
export const sharedContent = (content: Content): AstroIntegration => ({
  name: "notafter-shared-content",
  hooks: {
    "astro:config:setup": ({ updateConfig }) =>
      void updateConfig({
        vite: {
          plugins: [
            {
              name: "notafter-shared-content",
              resolveId: (id) => (id === name ? `\0${name}` : undefined),
              load: (id) => (id === `\0${name}` ? `export const content = ${JSON.stringify(content)};` : undefined),
            },
          ],
        },
      }),
  },
});
