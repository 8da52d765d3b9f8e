import type { Content } from "../../../../shared/guide/content.ts";
import type { Guide, Platform, Task } from "../../../../shared/guide/guide.ts";
import type { FragmentProblem } from "../../../../shared/guide/personalisation.ts";
import type { TokenValues } from "../../../../shared/guide/tokens.ts";
import { readGuideChoice } from "./guide-address.ts";

/** What the guide page is about. */
export type GuideSubject =
  | { readonly kind: "chooser"; readonly missing: boolean }
  | {
      readonly kind: "task";
      readonly platform: Platform;
      readonly task: Task;
      readonly guide?: Guide;
      /** Why the platform has no guide for the task. */
      readonly without?: string;
    };

/** The values as they are typed, and why the link's own were not taken. */
export interface GuideState {
  readonly values: TokenValues;
  readonly wildcard?: string;
  readonly suggestion?: string;
  readonly refused?: FragmentProblem["code"];
}

/** Finds what `p=` asks for in the content; the chooser when it asks for nothing, or for what is not there. */
export function guideSubject(asked: string | null, content: Content): GuideSubject {
  if (asked === null) return { kind: "chooser", missing: false };
  const choice = readGuideChoice(asked);
  const platform = content.platforms.find(({ id }) => id === choice?.platform);
  if (choice === undefined || platform === undefined) return { kind: "chooser", missing: true };
  const { task } = choice;
  const guide = content.guides.find((each) => each.platform === platform.id && each.task === task);
  const without = platform.without?.[task];
  if (guide === undefined && without === undefined) return { kind: "chooser", missing: true };
  return {
    kind: "task",
    platform,
    task,
    ...(guide !== undefined && { guide }),
    ...(without !== undefined && { without }),
  };
}

/** Platforms that match every word of a search, by name, id and keywords; the suggested one first. */
export function findPlatforms(
  platforms: readonly Platform[],
  search: string,
  suggestion?: string,
): readonly Platform[] {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const found = platforms.filter(({ id, name, keywords, summary }) => {
    const text = [id, name, summary, ...keywords].join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const rank = (platform: Platform) => (platform.id === suggestion ? 0 : 1);
  return found.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}
