import { adviceIds } from "../renewal/advice.ts";
import type { Content, ContentProblem } from "./content.ts";
import { type Evidence, type GuideBlock, type GuideInline, tasks } from "./guide.ts";

/** What no file shows by itself: a guide without its platform, a task without its guide, a link to a page that is not there. `concepts` names the files of `pages/`. */
export function crossCheck(
  content: Content,
  evidence: readonly Evidence[],
  concepts: readonly string[],
): readonly ContentProblem[] {
  return [
    ...missingTasks(content),
    ...strayGuides(content, evidence),
    ...missingAdvice(content),
    ...deadLinks(content, concepts),
  ];
}

const guideFile = (platform: string, task: string): string => `guides/${platform}/${task}.md`;

const missingTasks = ({ platforms, guides }: Content): readonly ContentProblem[] =>
  platforms.flatMap(({ id, without }) =>
    tasks.flatMap((task) => {
      const there = guides.some((guide) => guide.platform === id && guide.task === task);
      const excused = without?.[task] !== undefined;
      if (there !== excused) return [];
      const message = there
        ? `"without" says that there is no guide for ${task}, but there is one.`
        : `There is no ${guideFile(id, task)}; where there can be none, "without" says why.`;
      return [{ file: `platforms/${id}.md`, line: 1, message }];
    }),
  );

function strayGuides({ platforms, guides }: Content, evidence: readonly Evidence[]): readonly ContentProblem[] {
  const known = new Set(platforms.map(({ id }) => id));
  const files = [
    ...guides.map(({ platform, task }) => ({ platform, file: guideFile(platform, task) })),
    ...evidence.map(({ platform }) => ({ platform, file: `evidence/${platform}.json` })),
  ];
  return files
    .filter(({ platform }) => !known.has(platform))
    .map(({ platform, file }) => ({ file, line: 1, message: `There is no platforms/${platform}.md.` }));
}

const missingAdvice = ({ advice }: Content): readonly ContentProblem[] =>
  adviceIds
    .filter((id) => !advice.some((given) => given.id === id))
    .map((id) => ({ file: `advice/${id}.md`, line: 1, message: "This file is missing." }));

/** A link must lead to a page that the help center makes: of a guide, platform, authority or advice, or of `pages/`. */
function deadLinks(
  { platforms, guides, authorities, advice }: Content,
  concepts: readonly string[],
): readonly ContentProblem[] {
  const pages = new Set([
    "/",
    "/authorities/",
    ...platforms.map(({ id }) => `/guides/${id}/`),
    ...guides.map(({ platform, task }) => `/guides/${platform}/${task}/`),
    ...authorities.map(({ id }) => `/authorities/${id}/`),
    ...advice.map(({ id }) => `/advice/${id}/`),
    ...concepts.map((name) => `/${name}/`),
  ]);
  const texts = [
    ...guides.map(({ platform, task, blocks }) => ({ file: guideFile(platform, task), blocks })),
    ...authorities.map(({ id, steps }) => ({ file: `authorities/${id}.md`, blocks: steps })),
    ...advice.map(({ id, steps }) => ({ file: `advice/${id}.md`, blocks: steps })),
  ];
  return texts.flatMap(({ file, blocks }) =>
    blocks
      .flatMap(linksOf)
      .map((href) => href.split("#")[0] ?? "")
      .filter((path) => path.startsWith("/") && !pages.has(path))
      .map((path) => ({ file, line: 1, message: `The link to ${path} leads to no page.` })),
  );
}

function linksOf(block: GuideBlock): readonly string[] {
  if (block.kind === "paragraph") return block.children.flatMap(hrefsOf);
  if (block.kind === "list") return block.items.flatMap((item) => item.flatMap(linksOf));
  return block.kind === "note" ? block.children.flatMap(linksOf) : [];
}

function hrefsOf(inline: GuideInline): readonly string[] {
  if (inline.kind === "link") return [inline.href, ...inline.children.flatMap(hrefsOf)];
  return inline.kind === "strong" || inline.kind === "emphasis" ? inline.children.flatMap(hrefsOf) : [];
}
