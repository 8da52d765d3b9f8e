import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Content, ContentProblem } from "../../shared/guide/content.ts";
import { readContent } from "../../shared/guide/read-content.ts";
import { distrustedIssuers } from "../../shared/renewal/distrust.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import { knownIssuers } from "../src/description/known-issuer.ts";
import { contentFolder } from "./content-folder.ts";

/**
 * Compiles the folder `from` into `to`: `content.json` (type `Content`) for the extension's pages, and all that the
 * background needs of it: `distrust.json` (`readonly DistrustedIssuer[]`) and `issuers.json` (`readonly KnownIssuer[]`).
 * With a problem nothing is written.
 */
export async function writeContent(from: string, to: string): Promise<Result<Content, readonly ContentProblem[]>> {
  const content = await readContent(contentFolder(from));
  if (!content.ok) return failure(content.problem);
  await mkdir(to, { recursive: true });
  await writeFile(join(to, "content.json"), JSON.stringify(content.value));
  await writeFile(join(to, "distrust.json"), JSON.stringify(distrustedIssuers(content.value.authorities)));
  await writeFile(join(to, "issuers.json"), JSON.stringify(knownIssuers(content.value.authorities)));
  return success(content.value);
}
