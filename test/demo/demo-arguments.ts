import type { BrowserKind } from "../support/setup/browser-programs.mjs";

export interface DemoWish {
  readonly browser: BrowserKind;
  readonly headless: boolean;
  /** Where to write the picture of the popup, instead of the demo. */
  readonly picture?: string;
  /** Sites of the user's choice, instead of the demo's. */
  readonly urls: readonly URL[];
}

export const usage = `npm start -- [--browser chromium|firefox] [--headless] [--picture FILE] [https://host[:port] …]

  Shows NotAfter on six TLS sites of a demo authority, or on the sites you name, in a real browser with a throw-away profile.

  --browser   chromium (Chromium, Chrome or Edge; the default) or firefox
  --headless  no window: prints what the button showed, does the renewal on one site, saves pictures. The default without a display.
  --picture   writes a picture of the popup to FILE and ends`;

/** Reads the words after `npm start --`. */
export function readDemoArguments(words: readonly string[], display: boolean): DemoWish | { readonly problem: string } {
  let wish: DemoWish = { browser: "chromium", headless: !display, urls: [] };
  const rest = words.values();
  for (const word of rest) {
    if (word === "--headless") wish = { ...wish, headless: true };
    else if (word === "--browser") {
      const browser = rest.next().value;
      if (browser !== "chromium" && browser !== "firefox") return { problem: "--browser is chromium or firefox." };
      wish = { ...wish, browser };
    } else if (word === "--picture") {
      const picture = rest.next().value;
      if (picture === undefined) return { problem: "--picture needs the name of a file." };
      wish = { ...wish, picture, headless: true };
    } else if (word.startsWith("-")) return { problem: `${word} is not an option.` };
    else {
      const url = URL.canParse(word) ? new URL(word) : undefined;
      if (url?.protocol !== "https:") return { problem: `${word} is not an address that starts with https://.` };
      wish = { ...wish, urls: [...wish.urls, url] };
    }
  }
  return wish;
}

/** Whether a window can be shown. */
export const hasDisplay = (platform: string, environment: Readonly<Record<string, string | undefined>>): boolean =>
  platform === "win32" || platform === "darwin"
    ? environment["CI"] === undefined
    : Boolean(environment["DISPLAY"] || environment["WAYLAND_DISPLAY"]);
