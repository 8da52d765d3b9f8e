import { browser } from "./browser.ts";
import { isFirefox } from "./which-browser.ts";

interface Here {
  readonly firefox: boolean;
  /** `navigator.userAgentData.brands`. */
  readonly brands: readonly string[];
  readonly windows: boolean;
  /** The extension's id, which Chromium browsers let in by name. */
  readonly id: string;
}

/** The command that registers the companion program for this browser, to be run where NotAfter was built. */
export function installCommandFor({ firefox, brands, windows, id }: Here): string {
  const program = windows ? "node_modules\\.bin\\notafter" : "node_modules/.bin/notafter";
  if (firefox) return `${program} install --browser firefox`;
  const known = ([brand]: readonly [string, string]): boolean => brands.includes(brand);
  return `${program} install --browser ${names.find(known)?.[1] ?? "chromium"} --extension-id ${id}`;
}

/** Every Chromium browser names Chromium too, which is the answer for the others. */
const names = [
  ["Google Chrome", "chrome"],
  ["Microsoft Edge", "edge"],
  ["Brave", "brave"],
] as const;

export function installCommand(): string {
  return installCommandFor({
    firefox: isFirefox,
    brands: brandsOf(Reflect.get(navigator, "userAgentData")),
    windows: /Windows/.test(navigator.userAgent),
    id: browser.runtime.id,
  });
}

/** The DOM's types lack it: Firefox has none. */
function brandsOf(data: unknown): readonly string[] {
  if (typeof data !== "object" || data === null || !("brands" in data) || !Array.isArray(data.brands)) return [];
  return data.brands.flatMap((one: unknown) =>
    typeof one === "object" && one !== null && "brand" in one && typeof one.brand === "string" ? [one.brand] : [],
  );
}
