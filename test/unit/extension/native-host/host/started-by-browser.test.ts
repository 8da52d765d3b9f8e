import { expect, it } from "vitest";
import { startedByBrowser } from "../../../../../extension/native-host/host/started-by-browser.ts";

const id = "abcdefghijklmnopabcdefghijklmnop";

it.each<[readonly string[], boolean]>([
  [[`chrome-extension://${id}/`], true],
  [[`chrome-extension://${id}/`, "--parent-window=0"], true],
  [["--parent-window=12", `chrome-extension://${id}/`], true],
  [["/home/a/.mozilla/native-messaging-hosts/org.notafter.host.json", "{7f0c5f0e-9c1b-4a57-8f0a-5d1a3a2b6c41}"], true],
  [["C:\\NotAfter\\org.notafter.host.firefox.json", "addon@example.org"], true],
  [[], false],
  [["check", "www.example.com"], false],
  [["check", "--input", "hosts.json"], false],
  [["hosts.json", "www.example.com"], false],
  [["chrome-extension://short/"], false],
])("%j: %s", (args, expected) => {
  expect(startedByBrowser(args)).toBe(expected);
});
