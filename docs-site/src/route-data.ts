import type { StarlightRouteData } from "@astrojs/starlight/route-data";
import { defineRouteMiddleware } from "@astrojs/starlight/route-data";
import { groups } from "../build/sidebar.ts";
import { findGuide } from "./guides.ts";
import { guidePath, journey, taskNames } from "./journey.ts";
import { hrefOf } from "./links.ts";

type Entry = StarlightRouteData["sidebar"][number];
type Link = Extract<Entry, { type: "link" }>;

/** Previous and next follow the journey on one platform; the sidebar shows what is near and not the whole site. */
export const onRequest = defineRouteMiddleware(({ locals }) => {
  const route = locals.starlightRoute;
  route.pagination = paginationOf(route.id);
  route.sidebar = route.sidebar.map(thinOut);
});

function paginationOf(id: string): StarlightRouteData["pagination"] {
  const found = findGuide(id);
  if (!found) return { prev: undefined, next: undefined };
  const steps = journey(found.platform);
  const at = steps.indexOf(found.guide.task);
  const link = (task: (typeof steps)[number] | undefined): Link | undefined =>
    task && {
      type: "link",
      label: `${taskNames[task]} on ${found.platform.name}`,
      href: hrefOf(guidePath(found.platform.id, task)),
      isCurrent: false,
      badge: undefined,
      attrs: {},
    };
  return { prev: link(steps[at - 1]), next: link(steps[at + 1]) };
}

/** Of the platforms the current one keeps its tasks, the others their overview; authorities are listed among themselves only. */
function thinOut(entry: Entry): Entry {
  if (entry.type !== "group") return entry;
  if (entry.label === groups.platforms)
    return {
      ...entry,
      entries: entry.entries.map((one) => (one.type === "group" && !holdsCurrent(one) ? overviewOf(one) : one)),
    };
  if (entry.label === groups.authorities && !holdsCurrent(entry))
    return { ...entry, entries: entry.entries.slice(0, 1) };
  return entry;
}

const holdsCurrent = (entry: Entry): boolean =>
  entry.type === "link" ? entry.isCurrent : entry.entries.some(holdsCurrent);

function overviewOf(group: Extract<Entry, { type: "group" }>): Entry {
  const [overview] = group.entries;
  return overview?.type === "link" ? { ...overview, label: group.label } : group;
}
