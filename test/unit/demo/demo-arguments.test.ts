import { expect, test } from "vitest";
import { hasDisplay, readDemoArguments } from "../../demo/demo-arguments.ts";

const plain = { browser: "chromium", headless: false, urls: [] };

test.each([
  [[], plain],
  [["--browser", "firefox"], { ...plain, browser: "firefox" }],
  [["--headless"], { ...plain, headless: true }],
  [["--picture", "p.png"], { ...plain, headless: true, picture: "p.png" }],
  [["https://a.test:8443"], { ...plain, urls: [new URL("https://a.test:8443")] }],
])("reads %j", (words, wish) => {
  expect(readDemoArguments(words, true)).toEqual(wish);
});

test("shows no window where there is no display", () => {
  expect(readDemoArguments([], false)).toMatchObject({ headless: true });
});

test.each([[["--browser"]], [["--browser", "lynx"]], [["--picture"]], [["-x"]], [["http://a.test"]], [["a.test"]]])(
  "refuses %j with words",
  (words) => {
    expect(readDemoArguments(words, true)).toEqual({ problem: expect.stringMatching(/\.$/) });
  },
);

test.each([
  ["linux", {}, false],
  ["linux", { DISPLAY: ":0" }, true],
  ["linux", { WAYLAND_DISPLAY: "wayland-0" }, true],
  ["darwin", {}, true],
  ["win32", { CI: "true" }, false],
] as const)("%s with %j has a display: %s", (platform, environment, display) => {
  expect(hasDisplay(platform, environment)).toBe(display);
});
