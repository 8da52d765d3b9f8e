import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";

/** Stands in the pages' head until the hashes of what the page holds are known. */
export const policyPlace = "notafter-content-security-policy";

/**
 * Writes every page's Content-Security-Policy. Astro's own hashes only bundled scripts and leaves out Starlight's classic
 * inline ones (withastro/astro#16678, #16664), so all of a finished page's are hashed here. A static host's headers
 * cannot be relied on: the policy is a meta element.
 */
export const contentSecurityPolicy = (): AstroIntegration => ({
  name: "notafter-content-security-policy",
  hooks: {
    "astro:build:done": async ({ dir, logger }) => {
      const root = fileURLToPath(dir);
      const pages = (await readdir(root, { recursive: true })).filter((name) => name.endsWith(".html"));
      for (const page of pages) {
        const html = await readFile(join(root, page), "utf8");
        if (!html.includes(policyPlace)) throw new Error(`${page} has no place for its Content-Security-Policy.`);
        await writeFile(join(root, page), html.replace(policyPlace, policyOf(html)));
      }
      logger.info(`${pages.length} pages have their policy`);
    },
  },
});

/** The policy of one finished page. Pagefind compiles WebAssembly; Starlight and Expressive Code write style attributes. */
export function policyOf(html: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval'${hashesOf(html, "script")}`,
    `style-src 'self'${hashesOf(html, "style")}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join("; ");
}

function hashesOf(html: string, element: "script" | "style"): string {
  const inline = html.matchAll(new RegExp(`<${element}\\b([^>]*)>([\\s\\S]*?)</${element}>`, "g"));
  const hashes = [...inline]
    .filter(([, attributes]) => !/\bsrc=/.test(attributes ?? ""))
    .map(
      ([, , text]) =>
        ` 'sha256-${createHash("sha256")
          .update(text ?? "")
          .digest("base64")}'`,
    );
  return [...new Set(hashes)].join("");
}
