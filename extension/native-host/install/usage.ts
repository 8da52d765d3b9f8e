import { browserNames } from "./browsers.ts";

export const installUsage = `notafter install [--browser NAME]… [--extension-id ID]…

Lets browsers start this program for the extension (native messaging), for this user only, and shows every file it writes.
Without --browser: every browser that is found here.

  --browser NAME          ${browserNames.join(", ")}
  --extension-id ID       the extension's id, which Chromium browsers need; the extension's options page shows it
  --help                  this text

Exit status: 0 registered, 1 something could not be written, 64 usage.
`;

export const uninstallUsage = `notafter uninstall [--browser NAME]…

Takes away what notafter install wrote, and nothing else. Without --browser: all of it.

  --browser NAME          ${browserNames.join(", ")}
  --help                  this text
`;
