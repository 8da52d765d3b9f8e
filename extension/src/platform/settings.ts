import { defaultThresholds, type Thresholds } from "../../../shared/verdict/verdict.ts";
import { browser } from "./browser.ts";

export interface Settings {
  readonly thresholds: Thresholds;
  /** Address of the help center, ends in `/`; empty: the guides inside the extension only. */
  readonly helpCenter: string;
  /** The companion program is asked for certificates. */
  readonly nativeHost: boolean;
}

export const defaultSettings: Settings = {
  thresholds: defaultThresholds,
  helpCenter: process.env["PLASMO_PUBLIC_HELP_CENTER"] ?? "",
  nativeHost: false,
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
    nativeHost: record["nativeHost"] === true,
  };
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

/** Keeps these settings; those that are not given stay as they are. */
export async function saveSettings(changed: Partial<Settings>): Promise<void> {
  await browser.storage.local.set({ [key]: { ...(await loadSettings()), ...changed } });
}

/** Calls back when the settings changed, in whichever page. */
export function onSettingsChanged(changed: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === "local" && key in changes) changed();
  });
}
