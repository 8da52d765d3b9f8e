import { type SourceId, sourceIds } from "../../../shared/observation/observation.ts";
import { defaultThresholds, type Thresholds } from "../../../shared/verdict/verdict.ts";
import { browser } from "./browser.ts";

export interface Settings {
  readonly thresholds: Thresholds;
  /** Address of the help center, ends in `/`; empty: the guides inside the extension only. */
  readonly helpCenter: string;
  /** Which certificate sources the user lets work; a permission may still be missing. */
  readonly sources: Readonly<Record<SourceId, boolean>>;
  /** Watched hosts are notified of; the browser's permission may still be missing. */
  readonly notifications: boolean;
}

export const defaultSettings: Settings = {
  thresholds: defaultThresholds,
  helpCenter: process.env["PLASMO_PUBLIC_HELP_CENTER"] ?? "",
  sources: {
    "firefox-security-info": true,
    "chromium-security-info": true,
    "net-error": true,
    // A program beside the browser: nothing is told to it before the user says so.
    "native-host": false,
    "own-fetch": true,
    owned: true,
  },
  notifications: true,
};

const key = "settings";

const days = (value: unknown, otherwise: number): number =>
  typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 365 ? value : otherwise;

/** What stands in the store is from an earlier version or another hand: each field is checked, the rest defaulted. */
export function readSettings(stored: unknown): Settings {
  const record: Record<string, unknown> = typeof stored === "object" && stored !== null ? { ...stored } : {};
  const thresholds: Record<string, unknown> =
    typeof record["thresholds"] === "object" && record["thresholds"] !== null ? { ...record["thresholds"] } : {};
  const dueDays = days(thresholds["dueDays"], defaultThresholds.dueDays);
  const helpCenter = record["helpCenter"];
  return {
    thresholds: {
      dueDays,
      urgentDays: Math.min(dueDays, days(thresholds["urgentDays"], defaultThresholds.urgentDays)),
    },
    helpCenter: typeof helpCenter === "string" && isHelpCenter(helpCenter) ? helpCenter : defaultSettings.helpCenter,
    sources: readSwitches(record["sources"]),
    notifications: record["notifications"] !== false,
  };
}

function readSwitches(stored: unknown): Settings["sources"] {
  const record: Record<string, unknown> = typeof stored === "object" && stored !== null ? { ...stored } : {};
  const switches = { ...defaultSettings.sources };
  for (const id of sourceIds) {
    const on = record[id];
    if (typeof on === "boolean") switches[id] = on;
  }
  return switches;
}

/** An https address, or plain http on this computer only; ends in `/`, without query and fragment. Empty is allowed. */
export function isHelpCenter(address: string): boolean {
  if (address === "") return true;
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  const here = url.hostname === "127.0.0.1" || url.hostname === "localhost" || url.hostname === "[::1]";
  return (
    (url.protocol === "https:" || (url.protocol === "http:" && here)) &&
    url.pathname.endsWith("/") &&
    `${url.origin}${url.pathname}` === address
  );
}

export async function loadSettings(): Promise<Settings> {
  return readSettings((await browser.storage.local.get(key))[key]);
}

/** Writes wait for each other, so that two switches pressed at once do not undo each other. */
let lastWrite: Promise<void> = Promise.resolve();

function change(changed: (before: Settings) => Partial<Settings>): Promise<void> {
  const write = lastWrite.then(async () => {
    const before = await loadSettings();
    await browser.storage.local.set({ [key]: { ...before, ...changed(before) } });
  });
  lastWrite = write.catch(() => undefined); // the caller gets the failure; the next write starts afresh
  return write;
}

/** Keeps these settings; those that are not given stay as they are. */
export const saveSettings = (changed: Partial<Settings>): Promise<void> => change(() => changed);

/** Switches one source, the others stay as they are. */
export const switchSource = (id: SourceId, on: boolean): Promise<void> =>
  change(({ sources }) => ({ sources: { ...sources, [id]: on } }));

/** Calls back when the settings changed, in whichever page. */
export function onSettingsChanged(changed: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === "local" && key in changes) changed();
  });
}
