import type { System } from "./machine.ts";

/** Where one browser looks for native hosts of one user. */
export interface Place {
  /** Its own folder, from the base; that it exists is the sign that the browser is used here. */
  readonly profile: readonly string[];
  /** Unix: the folder of manifests, from the base. Windows: the registry key that names the manifest. */
  readonly hosts: readonly string[];
}

export interface Browser {
  readonly label: string;
  readonly family: "chromium" | "firefox";
  readonly places: Readonly<Record<System, Place>>;
}

/** Chromium's own layout: a folder beside the profile; on Windows a key below its vendor's. */
const chromium = (label: string, linux: string, macos: string, windows: string): Browser => ({
  label,
  family: "chromium",
  places: {
    linux: { profile: linux.split("/"), hosts: [...linux.split("/"), "NativeMessagingHosts"] },
    macos: { profile: macos.split("/"), hosts: [...macos.split("/"), "NativeMessagingHosts"] },
    windows: {
      profile: [...windows.split("/"), "User Data"],
      hosts: ["HKCU", "Software", ...windows.split("/"), "NativeMessagingHosts"],
    },
  },
});

/**
 * Sources: Chrome for Developers, "Native messaging" (Chrome, Chromium); MDN, "Native manifests" (Firefox). Edge and Brave
 * follow Chromium in their vendor's folder. Bases: `$XDG_CONFIG_HOME` or `~/.config`; `~/Library/Application Support`;
 * `%LOCALAPPDATA%`. Firefox on Linux: `~`.
 */
export const browsers = {
  chrome: chromium("Chrome", "google-chrome", "Google/Chrome", "Google/Chrome"),
  chromium: chromium("Chromium", "chromium", "Chromium", "Chromium"),
  edge: chromium("Edge", "microsoft-edge", "Microsoft Edge", "Microsoft/Edge"),
  brave: chromium("Brave", "BraveSoftware/Brave-Browser", "BraveSoftware/Brave-Browser", "BraveSoftware/Brave-Browser"),
  firefox: {
    label: "Firefox",
    family: "firefox",
    places: {
      linux: { profile: [".mozilla"], hosts: [".mozilla", "native-messaging-hosts"] },
      macos: { profile: ["Firefox"], hosts: ["Mozilla", "NativeMessagingHosts"] },
      windows: { profile: ["Mozilla", "Firefox"], hosts: ["HKCU", "Software", "Mozilla", "NativeMessagingHosts"] },
    },
  },
} as const satisfies Readonly<Record<string, Browser>>;

export type BrowserName = keyof typeof browsers;

export const isBrowserName = (text: string): text is BrowserName => Object.hasOwn(browsers, text);
export const browserNames: readonly BrowserName[] = Object.keys(browsers).filter(isBrowserName);
