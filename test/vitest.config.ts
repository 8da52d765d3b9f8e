import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Outside an extension there is no API and the polyfill throws; units get a browser of plain values instead. */
const alias = [
  { find: "webextension-polyfill", replacement: here("./support/fake-browser.ts") },
  { find: /^.*\/(platform\/)?browser\.ts$/, replacement: here("./support/fake-browser.ts") },
];

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
