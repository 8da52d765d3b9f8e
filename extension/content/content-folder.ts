import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { ContentFiles } from "../../shared/guide/read-content.ts";

/** A folder on disk as the reader of content wants it. */
export const contentFolder = (root: string): ContentFiles => ({
  list: async () => {
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"));
  },
  read: (file) => readFile(join(root, file), "utf8"),
});
