import type { AstroIntegration } from "astro";

/**
 * A build is for publishing, whoever starts it. A test runner sets NODE_ENV, with which Vite makes a development build and
 * Starlight leaves its search out, and BASE_URL, which Starlight's links then take for the site's path.
 */
export const productionBuild = (): AstroIntegration => ({
  name: "notafter-production-build",
  hooks: {
    "astro:config:setup": ({ command }) => {
      if (command === "build") process.env["NODE_ENV"] = "production";
      delete process.env["BASE_URL"];
    },
  },
});
