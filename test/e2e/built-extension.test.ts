import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { builds, ensureBuilt, granted } from "../support/build.ts";

const kinds = ["chromium", "firefox"] as const;
type Kind = (typeof kinds)[number];

const filesOf = (kind: Kind, ending: string): readonly string[] =>
  readdirSync(builds[kind], { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(ending));
const read = (kind: Kind, path: string): string => readFileSync(join(builds[kind], path), "utf8");
const manifest = (kind: Kind): Record<string, unknown> => JSON.parse(read(kind, "manifest.json"));

beforeAll(() => ensureBuilt(), 180_000);

/** The background's own requests to watched sites are bound by this policy in both browsers (tried); pages have none to make. */
const pagePolicy = `<meta http-equiv="Content-Security-Policy" content="connect-src 'none'"`;

/** A new permission, or a required one that was optional, is a change that everybody must see here. */
describe("the built manifest", () => {
  const csp =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  it.each([
    // Chromium counts web request listeners of extensions that had the permission when they were loaded: granted later,
    // its events never come (seen in 156). Without site access the permission gives nothing and asks nothing.
    // `alarms` wake the background for the watch list; browsers ask nothing for them. `notifications` are the user's to
    // give, when the first host is watched.
    [
      "chromium",
      ["storage", "activeTab", "alarms", "webRequest"],
      ["webNavigation", "nativeMessaging", "notifications"],
    ],
    [
      "firefox",
      ["storage", "activeTab", "alarms"],
      ["webNavigation", "webRequest", "webRequestBlocking", "nativeMessaging", "notifications"],
    ],
  ] as const)("of %s asks for these permissions and no others", (kind, required, optional) => {
    const { permissions, optional_permissions, host_permissions, optional_host_permissions } = manifest(kind);
    expect(permissions).toEqual(required);
    expect(optional_permissions).toEqual(optional);
    expect(host_permissions).toBeUndefined();
    expect(optional_host_permissions).toEqual(["https://*/*"]);
  });

  it.each(kinds)("of %s opens no door to sites or to other extensions", (kind) => {
    const whole = manifest(kind);
    expect(whole["manifest_version"]).toBe(3);
    expect(whole["content_security_policy"]).toEqual({ extension_pages: csp });
    for (const door of ["content_scripts", "web_accessible_resources", "externally_connectable", "sandbox", "key"]) {
      expect(whole[door], door).toBeUndefined();
    }
  });

  it("names each browser's own requirements", () => {
    expect(manifest("chromium")["minimum_chrome_version"]).toBe("120");
    expect(manifest("chromium")["background"]).toEqual({ service_worker: "static/background/index.js" });
    expect(manifest("firefox")["background"]).toEqual({ scripts: ["static/background/index.js"] });
    expect(manifest("firefox")["browser_specific_settings"]).toEqual({
      gecko: {
        id: "{7f0c5f0e-9c1b-4a57-8f0a-5d1a3a2b6c41}",
        strict_min_version: "140.0",
        // What the companion program is told has left the browser (Mozilla); it is asked for when it is switched on.
        data_collection_permissions: { required: ["none"], optional: ["browsingActivity"] },
      },
    });
  });

  it("differs in a driven browser by what the user would have granted, and by nothing else", () => {
    const before = manifest("chromium");
    const { optional_permissions: _, optional_host_permissions: __, ...rest } = before;
    expect(granted(before)).toEqual({
      ...rest,
      permissions: [
        "storage",
        "activeTab",
        "alarms",
        "webRequest",
        "webNavigation",
        "nativeMessaging",
        "notifications",
      ],
      host_permissions: ["https://*/*"],
    });
  });
});

describe("the built scripts", () => {
  /** Bytes as shipped, minified. The background is loaded for every event, the popup while the user waits. */
  it.each([
    [/^static\/background\/index\.js$/, 120_000],
    [/^popup\.[0-9a-f]+\.js$/, 40_000],
    // It reads and writes backups: the store, its readers and the cipher are in it.
    [/^options\.[0-9a-f]+\.js$/, 100_000],
    [/^tabs\/welcome\.[0-9a-f]+\.js$/, 60_000],
    [/^tabs\/guide\.[0-9a-f]+\.js$/, 300_000],
    [/^tabs\/dashboard\.[0-9a-f]+\.js$/, 240_000],
    [/^tabs\/renewal\.[0-9a-f]+\.js$/, 600_000],
  ])("%s stays within %d bytes", (name, most) => {
    for (const kind of kinds) {
      const [path, ...others] = filesOf(kind, ".js").filter((one) => name.test(one.replaceAll("\\", "/")));
      expect(others).toEqual([]);
      expect(read(kind, path ?? `no ${name}`).length, kind).toBeLessThanOrEqual(most);
    }
  });

  it.each(kinds)("of %s run nothing that was not shipped", (kind) => {
    for (const path of filesOf(kind, ".js")) {
      const script = read(kind, path);
      expect(script, path).not.toMatch(/\beval\(|new Function\(|importScripts\(|\bimport\(["'`]https?:/);
      expect(script, path).not.toContain("process.env");
    }
  });

  it.each(kinds)("of %s are named by pages that load nothing from elsewhere", (kind) => {
    const pages = filesOf(kind, ".html");
    expect(pages.length).toBe(6);
    for (const path of pages) {
      const html = read(kind, path);
      expect(html, path).toMatch(/<html[^>]* lang="?en/);
      expect(html, path).toContain(pagePolicy);
      expect(html, path).not.toMatch(/(src|href)="?(https?:)?\/\//);
      expect(html, path).not.toMatch(/<script(?![^>]*\bsrc=)/);
    }
  });
});
