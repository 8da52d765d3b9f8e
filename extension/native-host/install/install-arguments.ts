import { parseArgs } from "node:util";
import { failure, type Result, success } from "../../../shared/result.ts";
import { type BrowserName, browserNames, isBrowserName } from "./browsers.ts";

export interface InstallArguments {
  readonly help: boolean;
  /** Empty: those that are found. */
  readonly browsers: readonly BrowserName[];
  readonly ids: readonly string[];
}

/** The command line of `install`, or without ids of `uninstall`. A problem is a sentence to show. */
export function readInstallArguments(args: readonly string[], takesIds: boolean): Result<InstallArguments, string> {
  let values: ReturnType<typeof parse>["values"];
  try {
    ({ values } = parse(args));
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error));
  }
  const { help = false, browser = [], "extension-id": ids = [] } = values;
  if (ids.length > 0 && !takesIds) return failure("--extension-id is for notafter install.");
  const names = [...new Set(browser)];
  if (!names.every(isBrowserName)) return failure(`--browser takes one of ${browserNames.join(", ")}.`);
  const odd = ids.find((id) => !/^[a-p]{32}$/.test(id));
  if (odd !== undefined)
    return failure(`${odd} is no extension id: Chromium's have 32 letters from a to p. Firefox needs none.`);
  return success({ help, browsers: names, ids: [...new Set(ids)] });
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    options: {
      help: { type: "boolean", short: "h" },
      browser: { type: "string", multiple: true },
      "extension-id": { type: "string", multiple: true },
    },
  });
