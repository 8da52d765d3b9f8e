import { existsSync } from "node:fs";
import { posix, win32 } from "node:path";

/** @typedef {"chromium" | "firefox"} BrowserKind */

/** Where installers put the browsers, best for the tests first: Chromium itself before branded builds. */
const places = {
  chromium: {
    linux: [
      "/usr/bin/chromium",
      "/usr/bin/chromium-browser",
      "/snap/bin/chromium",
      "/usr/bin/google-chrome",
      "/usr/bin/google-chrome-stable",
      "/opt/google/chrome/chrome",
      "/usr/bin/microsoft-edge",
      "/opt/microsoft/msedge/msedge",
    ],
    darwin: [
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ],
    win32: [
      "Chromium\\Application\\chrome.exe",
      "Google\\Chrome\\Application\\chrome.exe",
      "Microsoft\\Edge\\Application\\msedge.exe",
    ],
  },
  firefox: {
    linux: [
      "/usr/bin/firefox-esr",
      "/usr/bin/firefox",
      "/usr/lib/firefox/firefox",
      "/snap/bin/firefox",
      "/opt/firefox/firefox",
    ],
    darwin: [
      "/Applications/Firefox.app/Contents/MacOS/firefox",
      "/Applications/Firefox ESR.app/Contents/MacOS/firefox",
    ],
    win32: ["Mozilla Firefox\\firefox.exe", "Mozilla Firefox ESR\\firefox.exe"],
  },
};

/** Names to look for on the PATH. */
const names = {
  chromium: [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
  ],
  firefox: ["firefox-esr", "firefox"],
};

const variables = { chromium: "CHROME_PATH", firefox: "FIREFOX_PATH" };

/**
 * Every place where a browser of this kind may be, in the order in which they are tried.
 * @param {BrowserKind} kind
 * @param {string} platform as `process.platform`
 * @param {Record<string, string | undefined>} environment
 * @returns {string[]}
 */
export function browserCandidates(kind, platform, environment) {
  const set = environment[variables[kind]];
  if (set !== undefined && set !== "") return [set];
  const { join, delimiter } = platform === "win32" ? win32 : posix;
  const suffix = platform === "win32" ? ".exe" : "";
  const onPath = (environment.PATH ?? environment.Path ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "")
    .flatMap((folder) => names[kind].map((name) => join(folder, `${name}${suffix}`)));
  if (platform !== "win32") {
    const home = environment.HOME;
    const known = places[kind][platform === "darwin" ? "darwin" : "linux"];
    const own = platform === "darwin" && home !== undefined ? known.map((path) => join(home, path)) : [];
    return [...known, ...own, ...onPath];
  }
  const roots = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].map((name) => environment[name]);
  return [
    ...roots.flatMap((root) => (root === undefined ? [] : places[kind].win32.map((path) => join(root, path)))),
    ...onPath,
  ];
}

/**
 * Path of the installed browser, or undefined. `CHROME_PATH` and `FIREFOX_PATH` decide alone when they are set.
 * @param {BrowserKind} kind
 * @param {string} platform
 * @param {Record<string, string | undefined>} environment
 * @param {(path: string) => boolean} exists
 */
export function findBrowser(kind, platform = process.platform, environment = process.env, exists = existsSync) {
  return browserCandidates(kind, platform, environment).find((path) => exists(path));
}

/**
 * What to install, and how, where a browser is missing.
 * @param {BrowserKind} kind
 * @param {string} platform
 * @param {Record<string, string | undefined>} environment
 * @param {string} install the command that installs it on Debian and Ubuntu
 */
export function browserAdvice(kind, platform, environment, install) {
  const variable = variables[kind];
  const set = environment[variable];
  if (set !== undefined && set !== "")
    return `${variable} is set to ${set}, and there is no such file. Correct it or unset it.`;
  const product = kind === "chromium" ? "Chrome, Chromium or Edge" : "Firefox";
  const how = {
    darwin:
      kind === "chromium"
        ? "brew install --cask chromium, or https://www.google.com/chrome/"
        : "brew install --cask firefox, or https://www.mozilla.org/firefox/",
    win32: kind === "chromium" ? "winget install Google.Chrome" : "winget install Mozilla.Firefox",
  };
  const command = platform === "darwin" || platform === "win32" ? how[platform] : `${install}   (Debian, Ubuntu)`;
  return [
    `${product} was not found.`,
    `  Install it:       ${command}`,
    `  Or say where it is: ${variable}=<path of the program>`,
  ].join("\n");
}
