import { describe, expect, it } from "vitest";
import { readInstallArguments } from "../../../../extension/native-host/install/install-arguments.ts";
import { installCommandFor } from "../../../../extension/src/platform/install-command.ts";

const id = "abcdefghijklmnopabcdefghijklmnop";

describe("the command that installs the companion program", () => {
  it.each([
    [["Chromium", "Not=A?Brand"], false, `node_modules/.bin/notafter install --browser chromium --extension-id ${id}`],
    [["Chromium", "Google Chrome"], false, `node_modules/.bin/notafter install --browser chrome --extension-id ${id}`],
    [["Microsoft Edge", "Chromium"], true, `node_modules\\.bin\\notafter install --browser edge --extension-id ${id}`],
    [["Brave", "Chromium"], false, `node_modules/.bin/notafter install --browser brave --extension-id ${id}`],
    [[], false, `node_modules/.bin/notafter install --browser chromium --extension-id ${id}`],
  ] as const)("names the browser of %j", (brands, windows, command) => {
    expect(installCommandFor({ firefox: false, brands, windows, id })).toBe(command);
  });

  it.each([true, false])("is one that the program takes (Firefox: %s)", (firefox) => {
    const [, , ...args] = installCommandFor({ firefox, brands: ["Google Chrome"], windows: false, id }).split(" ");
    expect(readInstallArguments(args, true)).toMatchObject({
      ok: true,
      value: firefox ? { browsers: ["firefox"], ids: [] } : { browsers: ["chrome"], ids: [id] },
    });
  });
});
