import { expect, test } from "vitest";
import { granted } from "../../support/build.ts";

test("grants what was optional and leaves the rest as it was", () => {
  const manifest = {
    name: "x",
    permissions: ["storage", "webRequest"],
    optional_permissions: ["webRequest", "webNavigation"],
    optional_host_permissions: ["https://*/*"],
  };
  expect(granted(manifest)).toEqual({
    name: "x",
    permissions: ["storage", "webRequest", "webNavigation"],
    host_permissions: ["https://*/*"],
  });
});
