import { type PlatformPath, posix, win32 } from "node:path";
import { type BrowserName, browsers } from "./browsers.ts";
import { type Machine, systemOf } from "./machine.ts";

/** Paths as the machine writes them, whatever this one does. */
export const pathsOf = (machine: Pick<Machine, "platform">): PlatformPath =>
  machine.platform === "win32" ? win32 : posix;

/** The folder that holds the program, its launcher and the record of what was written. */
export function programFolder(machine: Machine): string {
  const { join } = pathsOf(machine);
  const { home, environment } = machine;
  switch (systemOf(machine)) {
    case "windows":
      return join(environment["LOCALAPPDATA"] || join(home, "AppData", "Local"), "NotAfter");
    case "macos":
      return join(home, "Library", "Application Support", "NotAfter");
    case "linux":
      return join(environment["XDG_DATA_HOME"] || join(home, ".local", "share"), "notafter");
  }
}

/** The folder that a browser's places are counted from. */
function base(machine: Machine, browser: BrowserName): string {
  const { join } = pathsOf(machine);
  const { home, environment } = machine;
  const firefox = browsers[browser].family === "firefox";
  switch (systemOf(machine)) {
    case "windows":
      return firefox
        ? environment["APPDATA"] || join(home, "AppData", "Roaming")
        : environment["LOCALAPPDATA"] || join(home, "AppData", "Local");
    case "macos":
      return join(home, "Library", "Application Support");
    case "linux":
      return firefox ? home : environment["XDG_CONFIG_HOME"] || join(home, ".config");
  }
}

export const profileFolder = (machine: Machine, browser: BrowserName): string =>
  pathsOf(machine).join(base(machine, browser), ...browsers[browser].places[systemOf(machine)].profile);

/** On Windows there is none: there a key of the registry names the manifest. */
export const manifestFolder = (machine: Machine, browser: BrowserName): string =>
  systemOf(machine) === "windows"
    ? programFolder(machine)
    : pathsOf(machine).join(base(machine, browser), ...browsers[browser].places[systemOf(machine)].hosts);
