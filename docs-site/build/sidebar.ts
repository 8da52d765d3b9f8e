import type { StarlightUserConfig } from "@astrojs/starlight/types";
import type { Content } from "../../shared/guide/content.ts";
import { authorityPath, guidePath, journey, platformPath, taskNames } from "../src/journey.ts";

type Sidebar = NonNullable<StarlightUserConfig["sidebar"]>;

/** Labels of the groups that `src/route-data.ts` thins out, page by page. */
export const groups = { platforms: "Your server", authorities: "Your authority" } as const;

/** The whole site as a list: a page shows of it what is near. */
export const sidebar = ({ platforms, authorities }: Content): Sidebar => [
  { label: "Find your guide", link: "/" },
  { label: "How a renewal goes", link: "/how-it-works/" },
  {
    label: groups.platforms,
    items: byName(platforms).map((platform) => ({
      label: platform.name,
      items: [
        { label: "Overview", link: platformPath(platform.id) },
        ...journey(platform).map((task) => ({ label: taskNames[task], link: guidePath(platform.id, task) })),
      ],
    })),
  },
  {
    label: groups.authorities,
    items: [
      { label: "All authorities", link: "/authorities/" },
      ...byName(authorities).map(({ id, name }) => ({ label: name, link: authorityPath(id) })),
    ],
  },
  {
    label: "Watching",
    items: ["watch-list", "companion-program", "command-line", "prometheus"],
  },
  {
    label: "Background",
    items: [
      "back-up-the-private-key",
      "which-intermediates",
      "key-does-not-match",
      "certificate-lifetimes",
      "privacy",
      "why-the-badge-shows-a-question-mark",
    ],
  },
];

const byName = <T extends { readonly name: string }>(items: readonly T[]): readonly T[] =>
  [...items].sort((a, b) => a.name.localeCompare(b.name, "en"));
