import { defineCollection } from "astro:content";
import { docsSchema } from "@astrojs/starlight/schema";
import { glob } from "astro/loaders";
import { z } from "astro/zod";
import { contentFolder } from "../build/place.ts";

const source = z.object({ title: z.string(), url: z.url(), checked: z.string() });

/** Guides and concept pages. Guides' own fields are checked by the shared reader, with file and line, before this is read. */
const docs = defineCollection({
  loader: glob({
    base: contentFolder,
    pattern: ["guides/*/*.md", "pages/*.md", "advice/*.md"],
    generateId: ({ entry }) => entry.replace(/\.md$/, "").replace(/^pages\//, ""),
  }),
  schema: docsSchema({
    extend: z.object({
      sources: z.array(source).optional(),
      reviewed: z.string().optional(),
      summary: z.string().optional(),
    }),
  }),
});

/** Bodies alone: the data of authorities comes from the shared reader. */
const authorities = defineCollection({ loader: glob({ base: `${contentFolder}authorities`, pattern: "*.md" }) });

export const collections = { docs, authorities };
