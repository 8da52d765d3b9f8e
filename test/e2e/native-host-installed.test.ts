import { execFile } from "node:child_process";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessTexts } from "../../extension/src/ui/messages/en/access.ts";
import type { BrowserKind, TestBrowser } from "../support/browsers/launch.ts";
import { throwAwayDirectory } from "../support/browsers/profile.ts";
import { builds, root } from "../support/build.ts";
import { type Packed, packHost } from "../support/native-host/pack.ts";
import type { Site } from "../support/sites/sites.ts";
import { until } from "../support/until.ts";
import { isSource, openSettings, turn } from "./settings-page.ts";
import { day, hour, type Stage, setStage } from "./stage.ts";

const run = promisify(execFile);
const host = "localhost";
/** Another program's registration, which is none of ours. */
const neighbour = "org.other.host.json";
const trusted = "NODE_EXTRA_CA_CERTS";
const trustedBefore = process.env[trusted];

let stage: Stage;
let packed: Packed;
let site: Site;
let folder: Awaited<ReturnType<typeof throwAwayDirectory>>;

beforeAll(async () => {
  stage = await setStage();
  packed = await packHost();
  folder = await throwAwayDirectory("root");
  // Browsers hand their surroundings on: so the host trusts the test's root, as a company's computers trust theirs.
  const file = join(folder.path, "root.pem");
  await writeFile(file, stage.authority.rootPem);
  process.env[trusted] = file;
  const lasting = (days: number) => stage.certificate(host, { behind: 100 * day, ahead: days * day + hour });
  const [, own] = await stage.serve([
    { host: "shared.example", certificate: await lasting(1) },
    { host, port: 0, certificate: await lasting(20) },
  ]);
  if (own === undefined) throw new Error("no site");
  site = own;
}, 120_000);
afterAll(async () => {
  await stage?.close();
  await packed?.remove();
  await folder?.remove();
  if (trustedBefore === undefined) delete process.env[trusted];
  else process.env[trusted] = trustedBefore;
});

/** The command on screen; the packed program takes the same words. */
async function commandOnScreen(browser: TestBrowser): Promise<readonly string[]> {
  const page = await openSettings(browser);
  await turn(page, "native-host");
  await isSource(page, "native-host", "not-installed");
  const shown = await until("the command", () =>
    page.evaluate(() => /notafter (install --browser [^\n]+)/.exec(document.body.innerText)?.[1]),
  );
  await turn(page, "native-host");
  await isSource(page, "native-host", "off");
  await page.close();
  return shown.trim().split(" ");
}

/** All that is in the home folder but for what the browser itself goes on writing. */
async function listing(home: string): Promise<readonly string[]> {
  const paths = await readdir(home, { recursive: true });
  return paths
    .filter((path) => /NativeMessagingHosts|native-messaging-hosts|notafter/i.test(path) || path.startsWith(".local"))
    .filter((path) => !/^(\.config\/chromium\/(?!NativeMessagingHosts)|profile\/)/.test(path))
    .sort();
}

describe.each<{ kind: BrowserKind; as: string; manifests: string; program: () => readonly [string, ...string[]] }>([
  {
    kind: "chromium",
    as: "one executable",
    manifests: ".config/chromium/NativeMessagingHosts",
    program: () => [packed.path],
  },
  {
    kind: "firefox",
    as: "the script",
    manifests: ".mozilla/native-messaging-hosts",
    program: () => [process.execPath, join(root, "extension", "native-host", "notafter.mjs")],
  },
])("$kind without flags, with the companion installed as $as", ({ kind, manifests, program }) => {
  let browser: TestBrowser;
  let words: readonly string[];
  let before: readonly string[];
  const notafter = (...args: readonly string[]) => {
    const [command, ...first] = program();
    const environment = { ...process.env, HOME: browser.home, XDG_CONFIG_HOME: "", XDG_DATA_HOME: "" };
    return run(command, [...first, ...args], { env: environment });
  };
  beforeAll(async () => {
    // Firefox, driven, says yes to its prompts; Chromium shows none, so there the permissions are given before.
    const build = kind === "firefox" ? { extensionDirectory: builds.firefox } : {};
    browser = await stage.browser(kind, { securityInfoFlag: false, ...build });
    await mkdir(join(browser.home, manifests), { recursive: true });
    await writeFile(join(browser.home, manifests, neighbour), "{}");
  });
  afterAll(() => browser?.close());

  it("shows the badge after one command and one click", async () => {
    if (kind === "firefox") {
      // Its own source would show the badge too.
      const options = await openSettings(browser);
      await options.locator(`::-p-aria([name="${accessTexts.allow}"][role="button"])`).click();
      await isSource(options, "firefox-security-info", "ready", "works");
      await turn(options, "firefox-security-info");
      await isSource(options, "firefox-security-info", "off");
      await options.close();
    }
    words = await commandOnScreen(browser);
    expect(words.slice(0, 3)).toEqual(["install", "--browser", kind]);
    before = await listing(browser.home);
    const { stdout } = await notafter(...words);
    const written = (await listing(browser.home)).filter((path) => !before.includes(path));
    for (const path of written.filter((path) => /\.(json|mjs)$/.test(path)))
      expect(stdout).toContain(join(browser.home, path));
    expect(written).toContain(`${manifests}/org.notafter.host.json`);

    const options = await openSettings(browser);
    await turn(options, "native-host");
    await isSource(options, "native-host", "works");
    const page = await browser.open(site.direct);
    await browser.badgeOnce(page, ({ text, title }) => text === "20" && /20 days left/.test(title));
    const { session } = await browser.storage();
    expect(session[`observation:${site.direct}`]).toMatchObject({ via: "native-host", trust: "trusted" });
    await page.close();
  });

  it("is as before after its uninstallation", async () => {
    expect((await notafter("uninstall")).stdout).toContain("Nothing of it is left.");
    expect(await listing(browser.home)).toEqual(before);
    expect(before).toContain(`${manifests}/${neighbour}`);
    const options = await openSettings(browser);
    await turn(options, "native-host");
    await isSource(options, "native-host", "off");
    await turn(options, "native-host");
    await isSource(options, "native-host", "not-installed");
  });
});
