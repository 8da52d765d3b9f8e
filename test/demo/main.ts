/**
 * `npm start`: the main job on real TLS sites in a real browser. See `usage` in demo-arguments.ts.
 * With a display it stays until Ctrl-C or until the browser is closed; without one it looks, does, reports and ends.
 */
import { join, relative, resolve } from "node:path";
import { createAuthority } from "../support/authority/authority.ts";
import { launchBrowser, type TestBrowser } from "../support/browsers/launch.ts";
import { ensureBuilt, grantedCopy, root } from "../support/build.ts";
import { ensurePrograms } from "../support/setup/programs.mjs";
import { startSites } from "../support/sites/sites.ts";
import { serveDirectory } from "../support/static-server.ts";
import { Closing } from "./closing.ts";
import { type DemoWish, hasDisplay, readDemoArguments, usage } from "./demo-arguments.ts";
import { dueHost, mintDemoSites } from "./demo-sites.ts";
import { doMainJob } from "./main-job.ts";
import { savePicture } from "./picture.ts";
import { tableOf } from "./table.ts";
import { type DemoVisit, type Visited, visitSite } from "./visit.ts";

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const words = process.argv.slice(2);
if (words.includes("--help")) {
  say(usage);
  process.exit(0);
}
const wish = readDemoArguments(words, hasDisplay(process.platform, process.env));
if ("problem" in wish) {
  console.error(`${wish.problem}\n\n${usage}`);
  process.exit(64);
}

const closing = new Closing();
try {
  process.exitCode = await demonstrate(wish);
} catch (error) {
  if (!closing.begun) {
    console.error(`\nThe demo stopped: ${error instanceof Error ? error.message : String(error)}`);
    if (error instanceof Error && error.cause instanceof Error) console.error(`Because: ${error.cause.message}`);
    console.error("Nothing of it is left running, and its profile is removed.");
    process.exitCode = 1;
  }
} finally {
  await closing.all();
}

async function demonstrate({ browser: kind, headless, picture, urls }: DemoWish): Promise<number> {
  const missing = await ensurePrograms({ kinds: [kind] });
  if (missing !== undefined) throw new Error(`no browser.\n\n${missing}\n`);
  const builds = await ensureBuilt();

  const help = await serveDirectory(builds.site);
  closing.add(help.close);
  const authority = await createAuthority();
  const { wishes, visits: demoVisits, trustedKeys } = await mintDemoSites(authority, Date.now());
  const sites = await startSites(wishes);
  closing.add(sites.close);
  const own = urls.map((url): DemoVisit => ({ url: url.href, what: "your site" }));
  const visits = own.length > 0 ? own : demoVisits;

  const browser = await launchBrowser({
    kind,
    extensionDirectory: await grantedCopy(builds[kind]),
    trustedAuthority: authority.rootPem,
    trustedKeys,
    httpsPort: sites.httpsPort,
    network: own.length > 0 ? "open" : "loopback",
    securityInfoFlag: kind === "chromium",
    headless,
  });
  closing.add(browser.close);
  await browser.inExtension((helpCenter) => chrome.storage.local.set({ settings: { helpCenter } }), `${help.origin}/`);
  say(`${browser.version} with NotAfter in a throw-away profile. The help center is ${help.origin}/.`);
  if (kind === "chromium") {
    say(
      "Chromium's feature WebRequestSecurityInfo is on: without it (chrome://flags/#web-request-security-info) Chromium tells extensions no dates.",
    );
  }

  const visited: Visited[] = [];
  for (const visit of visits) visited.push(await visitSite(browser, visit));
  say(`\n${tableOf(visited)}\n`);
  const chosen = visited.find(({ visit }) => new URL(visit.url).hostname === dueHost) ?? visited[0];
  if (chosen === undefined) throw new Error("there is no site to visit.");

  if (picture !== undefined) {
    await savePicture(browser, chosen.page, resolve(picture));
    say(`The popup's picture is in ${picture}.`);
    return 0;
  }
  if (!headless) return stayOpen(browser, chosen);
  if (own.length === 0 || /\d/.test(chosen.shown.text)) await showMainJob(browser, chosen);
  else say(`The browser told nothing of ${new URL(chosen.visit.url).host} that could be renewed.`);
  const wrong = visited.filter(({ asExpected }) => !asExpected).length;
  if (wrong > 0) say(`\n${wrong} of ${visited.length} badges are not what they must be.`);
  return wrong === 0 ? 0 : 1;
}

async function showMainJob(browser: TestBrowser, { page, visit }: Visited): Promise<void> {
  say(`Renewing the certificate of ${new URL(visit.url).host} as a user would …`);
  const { request, key, guide, pictures } = await doMainJob(browser, page, join(root, ".output", "demo"));
  const first = (pem: string) => pem.split("\n", 1)[0] ?? "";
  say(`Made and saved: ${first(request)}, ${first(key)}.`);
  say(`The guide that opened: ${guide}`);
  say(`Pictures: ${pictures.map((path) => relative(root, path)).join(", ")}`);
}

async function stayOpen(browser: TestBrowser, { page }: Visited): Promise<number> {
  await page.bringToFront();
  say("Look at the NotAfter button in the toolbar (in Chromium behind the puzzle piece), tab by tab, and click it.");
  say("Ctrl-C here, or closing the browser, ends everything.");
  await browser.gone;
  return 0;
}
