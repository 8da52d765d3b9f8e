import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { BrowserKind } from "../support/browsers/launch.ts";
import { type ThrowAway, throwAwayDirectory } from "../support/browsers/profile.ts";

/**
 * An extension that does nothing: it hears no navigation and may see no page. A browser with it is driven by the same
 * harness as one with the product, so that the product is the only difference between the two.
 */
export async function writeBystander(kind: BrowserKind): Promise<ThrowAway> {
  const directory = await throwAwayDirectory("bystander");
  const { path } = directory;
  const manifest = {
    manifest_version: 3,
    name: "Bystander",
    version: "1",
    permissions: ["storage"],
    background: kind === "firefox" ? { scripts: ["background.js"] } : { service_worker: "background.js" },
    ...(kind === "firefox" && { browser_specific_settings: { gecko: { id: "bystander@notafter.example" } } }),
  };
  await writeFile(join(path, "manifest.json"), JSON.stringify(manifest));
  // The harness waits until a background listens to something.
  await writeFile(join(path, "background.js"), "chrome.runtime.onMessage.addListener(() => undefined);\n");
  return directory;
}
