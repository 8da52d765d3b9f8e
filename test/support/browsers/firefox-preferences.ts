import type { LaunchWish } from "./test-browser.ts";

type Preference = string | number | boolean;

interface FirefoxProfile {
  /** The extension's own id, and the host of its pages. */
  readonly id: string;
  readonly uuid: string;
  /** Directory for downloads. */
  readonly downloads: string;
}

/** The profile's preferences beside puppeteer's own: fixed extension address, test names on loopback, no traffic of its own. */
export function firefoxPreferences(
  wish: LaunchWish,
  { id, uuid, downloads }: FirefoxProfile,
): Record<string, Preference> {
  return {
    "extensions.webextensions.uuids": JSON.stringify({ [id]: uuid }),
    // A grant asked for by a click is given at once: WebDriver cannot press the browser's own prompt.
    "extensions.webextOptionalPermissionPrompts": false,
    // The manifest is opened as an idle page of the extension; the JSON viewer would replace it.
    "devtools.jsonview.enabled": false,
    "layout.css.prefers-color-scheme.content-override": wish.colourScheme === "dark" ? 0 : 1,
    ...((wish.network ?? "loopback") === "loopback" ? { "network.dns.forceResolve": "127.0.0.1" } : {}),
    ...(wish.httpsPort === undefined || wish.httpsPort === 443
      ? {}
      : { "network.socket.forcePort": `443=${wish.httpsPort}` }),
    "browser.download.folderList": 2,
    "browser.download.dir": downloads,
    "browser.download.useDownloadDir": true,
    "browser.download.always_ask_before_handling_new_types": false,
    "network.captive-portal-service.enabled": false,
    "network.connectivity-service.enabled": false,
    "network.dns.disablePrefetch": true,
    "network.predictor.enabled": false,
    "network.trr.mode": 5,
    "browser.safebrowsing.malware.enabled": false,
    "browser.safebrowsing.phishing.enabled": false,
    "browser.search.update": false,
    "browser.shell.checkDefaultBrowser": false,
    "browser.aboutwelcome.enabled": false,
    "browser.region.update.enabled": false,
    "app.normandy.enabled": false,
    "app.update.enabled": false,
    "datareporting.policy.dataSubmissionEnabled": false,
    "datareporting.healthreport.uploadEnabled": false,
    "extensions.update.enabled": false,
    "extensions.getAddons.cache.enabled": false,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "security.remote_settings.intermediates.enabled": false,
    "security.OCSP.enabled": 0,
    "toolkit.telemetry.enabled": false,
    "toolkit.telemetry.server": "data:,",
  };
}
