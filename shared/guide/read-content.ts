import type { Advice } from "../renewal/advice.ts";
import type { Authority } from "../renewal/authority.ts";
import { parseAdvice } from "../renewal/parse-advice.ts";
import { parseAuthority } from "../renewal/parse-authority.ts";
import { failure, type Result, success } from "../result.ts";
import { crossCheck } from "./check-content.ts";
import type { Content, ContentProblem } from "./content.ts";
import type { Evidence, Guide, Platform } from "./guide.ts";
import { guideDigest, parseEvidence } from "./parse-evidence.ts";
import { parseGuide } from "./parse-guide.ts";
import { parsePlatform } from "./parse-platform.ts";

/** The folder `content/`, whatever it lies on. Paths are relative to it, with `/` between their parts. */
export interface ContentFiles {
  /** Every file in it, at any depth, in any order. */
  list(): Promise<readonly string[]>;
  /** The text of one of them. */
  read(file: string): Promise<string>;
}

/** Reads every file of content: one that is new appears by itself. Fails with everything that is wrong, in the order of files. */
export async function readContent(files: ContentFiles): Promise<Result<Content, readonly ContentProblem[]>> {
  const problems: ContentProblem[] = [];
  const keep = <T>(read: Result<T, readonly ContentProblem[]>, into: T[]): void => {
    if (read.ok) into.push(read.value);
    else problems.push(...read.problem);
  };
  const authorities: Authority[] = [];
  const advice: Advice[] = [];
  const platforms: Platform[] = [];
  const guides: Guide[] = [];
  const evidence: Evidence[] = [];
  const digests = new Map<Guide, string>();

  const all = (await files.list()).toSorted();
  const concepts = all.flatMap((file) => /^pages\/([a-z0-9-]+)\.mdx?$/.exec(file)?.[1] ?? []);
  for (const file of all) {
    if (!/\.(?:md|json)$/.test(file) || file === "README.md" || file.startsWith("pages/")) continue;
    const text = (await files.read(file)).replace(/^\uFEFF/, "");
    const folder = file.slice(0, Math.max(0, file.indexOf("/")));
    if (folder === "guides") {
      const guide = parseGuide(file, text);
      keep(guide, guides);
      if (guide.ok) digests.set(guide.value, await guideDigest(text));
    } else if (folder === "platforms") keep(parsePlatform(file, text), platforms);
    else if (folder === "authorities") keep(parseAuthority(file, text), authorities);
    else if (folder === "advice") keep(parseAdvice(file, text), advice);
    else if (folder === "evidence") keep(parseEvidence(file, text), evidence);
    else problems.push({ file, line: 1, message: "No content belongs here; README.md says which folders there are." });
  }

  const proven = guides.map((guide) => {
    const found = evidence.find(
      ({ platform, guides: of }) => platform === guide.platform && of[guide.task] === digests.get(guide),
    );
    return found === undefined ? guide : { ...guide, evidence: found };
  });
  const content = { authorities, advice, platforms, guides: proven };
  // References are checked only once all files are read: otherwise every mistake in a file would be reported twice.
  if (problems.length === 0) problems.push(...crossCheck(content, evidence, concepts));
  return problems.length > 0 ? failure(problems) : success(content);
}
