import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The polyfill throws outside an extension; units get a browser of plain values instead. */
const alias = { "webextension-polyfill": here("./support/fake-browser.ts") };

export default defineConfig({
  root: here("."),
  test: {
    projects: [
      {
        resolve: { alias },
        oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
        test: { name: "unit", include: ["unit/**/*.test.{ts,tsx}"], environment: "node" },
      },
      {
        test: {
          name: "interop",
          include: ["interop/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["e2e/**/*.test.ts"],
          // Real browsers on few cores: one at a time.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
