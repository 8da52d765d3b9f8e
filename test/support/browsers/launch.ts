import { findBrowser } from "../setup/browser-programs.mjs";
import { launchChromium } from "./chromium.ts";
import { launchFirefox } from "./firefox.ts";
import type { LaunchWish, TestBrowser } from "./test-browser.ts";

/**
 * Starts an installed browser with the extension in a throw-away profile, and waits until its background listens.
 *
 *     const browser = await launchBrowser({ kind: "chromium", extensionDirectory: await grantedCopy(builds.chromium), trustedAuthority: authority.rootPem, httpsPort: sites.httpsPort });
 *     const page = await browser.open("https://due.example/");
 *     await browser.badgeOnce(page, (badge) => badge.text === "20");
 *     await browser.close();
 *
 * @throws when no such browser is installed; `npm test` and `npm start` see to it before
 */
export async function launchBrowser(wish: LaunchWish): Promise<TestBrowser> {
  const executablePath = findBrowser(wish.kind);
  if (executablePath === undefined)
    throw new Error(`No ${wish.kind} is installed. Run the tests with "npm test", which says how to get one.`);
  return wish.kind === "chromium" ? launchChromium(wish, executablePath) : launchFirefox(wish, executablePath);
}

export type { Badge, BrowserKind, LaunchWish, StorageDump, TestBrowser } from "./test-browser.ts";
