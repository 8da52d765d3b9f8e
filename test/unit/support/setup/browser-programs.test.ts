import { expect, test } from "vitest";
import {
  type BrowserKind,
  browserAdvice,
  browserCandidates,
  findBrowser,
} from "../../../support/setup/browser-programs.mjs";

const windows = {
  PROGRAMFILES: "C:\\Program Files",
  "PROGRAMFILES(X86)": "C:\\Program Files (x86)",
  LOCALAPPDATA: "C:\\Users\\a\\AppData\\Local",
  Path: "C:\\tools;",
};

const table: readonly [BrowserKind, string, Record<string, string>, readonly string[], string | undefined][] = [
  ["chromium", "linux", {}, ["/usr/bin/google-chrome", "/usr/bin/chromium"], "/usr/bin/chromium"],
  ["chromium", "linux", { PATH: "/a::/b" }, ["/b/google-chrome"], "/b/google-chrome"],
  ["chromium", "linux", { CHROME_PATH: "/own/chrome" }, ["/own/chrome", "/usr/bin/chromium"], "/own/chrome"],
  ["chromium", "linux", { CHROME_PATH: "/gone/chrome" }, ["/usr/bin/chromium"], undefined],
  ["chromium", "linux", { CHROME_PATH: "" }, ["/usr/bin/chromium"], "/usr/bin/chromium"],
  [
    "firefox",
    "linux",
    { CHROME_PATH: "/own/chrome" },
    ["/usr/bin/firefox", "/usr/bin/firefox-esr"],
    "/usr/bin/firefox-esr",
  ],
  ["firefox", "linux", { FIREFOX_PATH: "/own/ff" }, ["/own/ff"], "/own/ff"],
  [
    "chromium",
    "darwin",
    { HOME: "/Users/a" },
    ["/Users/a/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
    "/Users/a/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ],
  [
    "firefox",
    "darwin",
    {},
    ["/Applications/Firefox.app/Contents/MacOS/firefox"],
    "/Applications/Firefox.app/Contents/MacOS/firefox",
  ],
  [
    "chromium",
    "win32",
    windows,
    ["C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe"],
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
  ["chromium", "win32", windows, ["C:\\tools\\chrome.exe"], "C:\\tools\\chrome.exe"],
  [
    "firefox",
    "win32",
    windows,
    ["C:\\Program Files\\Mozilla Firefox\\firefox.exe"],
    "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
  ],
  ["firefox", "win32", {}, [], undefined],
];

test.each(table)("%s on %s with %j and %j installed is %s", (kind, platform, environment, installed, found) => {
  expect(findBrowser(kind, platform, environment, (path) => installed.includes(path))).toBe(found);
});

test("looks in the well-known places before the PATH", () => {
  const candidates = browserCandidates("firefox", "linux", { PATH: "/snap/own" });
  expect(candidates.indexOf("/usr/bin/firefox-esr")).toBeLessThan(candidates.indexOf("/snap/own/firefox-esr"));
});

test.each([
  ["chromium", "linux", {}, "apt-get install x"],
  ["firefox", "darwin", {}, "brew install --cask firefox"],
  ["chromium", "win32", {}, "winget install Google.Chrome"],
  ["firefox", "linux", {}, "FIREFOX_PATH="],
  ["firefox", "linux", { FIREFOX_PATH: "/gone" }, "/gone"],
] as const)("tells how to get %s on %s with %j", (kind, platform, environment, told) => {
  expect(browserAdvice(kind, platform, environment, "apt-get install x")).toContain(told);
});
