import { content } from "virtual:notafter/content";
import type { Guide, Platform } from "../../shared/guide/guide.ts";

/** The guide of a route's id (`guides/nginx/install`), with its platform. */
export function findGuide(id: string): { readonly guide: Guide; readonly platform: Platform } | undefined {
  const guide = content.guides.find((one) => `guides/${one.platform}/${one.task}` === id);
  const platform = content.platforms.find((one) => one.id === guide?.platform);
  return guide && platform && { guide, platform };
}
