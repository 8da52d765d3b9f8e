import { expect, test } from "vitest";
import { chromiumArguments, hostRules } from "../../../support/browsers/chromium-arguments.ts";

const wish = { kind: "chromium", extensionDirectory: "/x" } as const;
const plain = { root: false, trustsKeys: false };

test("keeps every name but the test's own from resolving", () => {
  expect(hostRules({ httpsPort: 8443 })).toBe(
    "MAP *.test:443 127.0.0.1:8443,MAP *.example:443 127.0.0.1:8443,MAP *.test 127.0.0.1,MAP *.example 127.0.0.1," +
      "MAP * ~NOTFOUND,EXCLUDE 127.0.0.1,EXCLUDE localhost,EXCLUDE [::1]",
  );
});

test("leaves other names alone on the open network", () => {
  expect(hostRules({ network: "open" })).toBe("MAP *.test 127.0.0.1,MAP *.example 127.0.0.1");
});

test("takes the sandbox away from root only", () => {
  expect(chromiumArguments(wish, plain)).not.toContain("--no-sandbox");
  expect(chromiumArguments(wish, { ...plain, root: true })).toContain("--no-sandbox");
});

test("turns the feature on only when asked", () => {
  expect(chromiumArguments(wish, plain).join()).not.toContain("WebRequestSecurityInfo");
  expect(chromiumArguments({ ...wish, securityInfoFlag: true }, plain)).toContain(
    "--enable-features=WebRequestSecurityInfo",
  );
});

test("names the keys only where the root cannot be trusted", () => {
  const keys = { ...wish, trustedKeys: ["a=", "b="] };
  expect(chromiumArguments(keys, plain).join()).not.toContain("spki");
  expect(chromiumArguments(keys, { ...plain, trustsKeys: true })).toContain(
    "--ignore-certificate-errors-spki-list=a=,b=",
  );
});
