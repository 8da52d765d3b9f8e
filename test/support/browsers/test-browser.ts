import type { Page } from "puppeteer";
import type { BrowserKind } from "../setup/browser-programs.mjs";

export type { BrowserKind };

export interface LaunchWish {
  readonly kind: BrowserKind;
  /** A built extension, usually a `grantedCopy` of the build. */
  readonly extensionDirectory: string;
  /** PEM of a root that the profile is to trust. */
  readonly trustedAuthority?: string;
  /** Firefox only: the root counts as one that the user added, not as one of the browser's own. Default false. */
  readonly privateAuthority?: boolean;
  /** Base64 SHA-256 of keys that Chromium accepts where it cannot be given the root (no certutil, macOS, Windows). Their certificates pass whatever their dates. */
  readonly trustedKeys?: readonly string[];
  /** The local port that stands for 443 of every test name. */
  readonly httpsPort?: number;
  /** `loopback` (default): `*.test` and `*.example` are this machine and no other name resolves. `open`: other names resolve as usual. */
  readonly network?: "loopback" | "open";
  /** Chromium only: its WebRequestSecurityInfo feature flag. Default false, as users have it. */
  readonly securityInfoFlag?: boolean;
  /** A program that is registered as the extension's native host in this profile. Default: none is. */
  readonly nativeHost?: string;
  /** Default true. */
  readonly headless?: boolean;
  readonly colourScheme?: "light" | "dark";
  /** The extension may run in private windows, for `openPrivate`. Default false, as users have it. */
  readonly allowPrivate?: boolean;
  /** Continue past certificate errors as a user who accepts the risk. Default false. */
  readonly acceptErrors?: boolean;
}

/** What the toolbar button of the extension really shows for a tab. */
export interface Badge {
  readonly text: string;
  readonly title: string;
  /** `#rrggbb`, lower case. */
  readonly colour: string;
}

/** Everything that the extension has stored, as JSON values; bytes are `{ base64 }`, keys `{ cryptoKey, extractable }`. */
export interface StorageDump {
  readonly local: Readonly<Record<string, unknown>>;
  readonly session: Readonly<Record<string, unknown>>;
  readonly sync: Readonly<Record<string, unknown>>;
  /** database → store → records */
  readonly databases: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>>;
}

/** A browser with the extension loaded in a throw-away profile: the same for Chromium and Firefox. */
export interface TestBrowser {
  readonly kind: BrowserKind;
  /** Product and version, e.g. `Chrome/156.0.8078.79`. */
  readonly version: string;
  /** `chrome-extension://id` or `moz-extension://uuid` */
  readonly extensionOrigin: string;
  /** The home folder of the browser and of all that it starts (Linux). */
  readonly home: string;
  /** A new tab; with a URL, navigated to it. A page that cannot be loaded is opened all the same, showing the browser's error. */
  open(url?: string): Promise<Page>;
  /** The same in a private (incognito) window of its own. */
  openPrivate(url?: string): Promise<Page>;
  /** Navigates and does not mind a page that ends in the browser's error page. */
  go(page: Page, url: string): Promise<void>;
  /** The extension API's number for a page that `open` made. */
  tabId(page: Page): number;
  badge(page: Page): Promise<Badge>;
  /** Polls until the badge is as wanted; the error names what it was last. */
  badgeOnce(page: Page, wanted: (badge: Badge) => boolean, timeout?: number): Promise<Badge>;
  /** The popup for a page: in Chromium the real one, in Firefox `popup.html#tab=<id>` in a tab. Close it after use. */
  openPopup(page: Page): Promise<Page>;
  /** Opens a page of the extension in a tab, e.g. `tabs/renewal.html#…`. */
  extensionPage(path: string): Promise<Page>;
  /** Evaluates in an idle page of the extension, where `chrome`/`browser` APIs are; arguments and result are JSON values. */
  inExtension<Args extends readonly unknown[], T>(run: (...args: Args) => T | Promise<T>, ...args: Args): Promise<T>;
  /** Stops the background as the browser does when it idles; the next event starts it again. */
  killBackground(): Promise<void>;
  storage(): Promise<StorageDump>;
  /** Waits until a file of that name has been saved by the browser, and gives its bytes. */
  downloaded(name: string, timeout?: number): Promise<Uint8Array>;
  /** The text on the browser's clipboard. Brings an idle page to the front to be allowed to read it. */
  clipboard(): Promise<string>;
  /** Waits for a page that something else opened, e.g. a guide in a new tab. */
  pageAt(url: (url: URL) => boolean, timeout?: number): Promise<Page>;
  /** Resolves when the browser has gone, by `close` or by its user. */
  readonly gone: Promise<void>;
  /** Ends the browser and removes its profile. */
  close(): Promise<void>;
}
