import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "puppeteer";

const script = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core finds wrong on a page, as `rule: element`. */
export async function accessibilityProblems(page: Page): Promise<readonly string[]> {
  await page.evaluate(await script);
  const found: unknown = await page.evaluate(
    "axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`)))",
  );
  if (!Array.isArray(found)) throw new Error("axe gave no result.");
  return found.map(String);
}
