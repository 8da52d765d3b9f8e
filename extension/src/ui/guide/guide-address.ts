import { type Task, tasks } from "../../../../shared/guide/guide.ts";

/** A guide by its platform's id and its task. */
export interface GuideChoice {
  readonly platform: string;
  readonly task: Task;
}

const isTask = (text: string): text is Task => tasks.some((task) => task === text);

/** Reads `nginx/install`; `undefined` for anything that cannot be a guide. Whether it exists is the reader's to check. */
export function readGuideChoice(text: string): GuideChoice | undefined {
  const [platform = "", task = "install", ...more] = text.split("/");
  return more.length === 0 && /^[a-z0-9][a-z0-9-]{0,39}$/.test(platform) && isTask(task)
    ? { platform, task }
    : undefined;
}

/** `nginx/verify` of the help center's page `/guides/nginx/verify/` (a heading may follow); `undefined` for its other pages. */
export function guideOfPage(href: string): string | undefined {
  const [, platform, task] = /^\/guides\/([a-z0-9-]+)\/([a-z]+)\/(?:#.*)?$/.exec(href) ?? [];
  return platform !== undefined && task !== undefined && isTask(task) ? `${platform}/${task}` : undefined;
}
