import { expect, test } from "vitest";
import { aptCommands, debianPackages, missingPackages } from "../../../support/setup/debian-packages.mjs";

test.each([
  [["browsers"], [], ["chromium", "firefox-esr", "libnss3-tools"]],
  [["browsers"], ["chromium", "certutil"], ["firefox-esr"]],
  [
    ["browsers", "tools"],
    ["chromium", "firefox-esr", "certutil", "openssl", "icalendar", "promtool", "Xvfb", "xdotool", "java"],
    ["gnutls-bin", "python3-cryptography-vectors"],
  ],
  [["tools"], debianPackages.tools.map((entry) => entry.program), []],
] as const)("for %j with %j installed asks for %j", (purposes, installed, packages) => {
  expect(missingPackages(purposes, (program) => (installed as readonly string[]).includes(program))).toEqual(packages);
});

test("asks no question and takes nothing that is only recommended", () => {
  const { update, install } = aptCommands(["chromium", "openssl"]);
  expect(update.at(-1)).toBe("update");
  expect(install).toEqual(expect.arrayContaining(["-y", "--no-install-recommends"]));
  expect(install.slice(-3)).toEqual(["install", "chromium", "openssl"]);
});
