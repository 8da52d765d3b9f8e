import { describe, expect, it } from "vitest";
import { launcherFor } from "../../../../../extension/native-host/install/launcher.ts";
import type { Machine } from "../../../../../extension/native-host/install/machine.ts";
import { plan } from "../../../../../extension/native-host/install/plan.ts";

const id = "abcdefghijklmnopabcdefghijklmnop";
const linux: Machine = {
  platform: "linux",
  home: "/home/a",
  environment: {},
  node: "/usr/bin/node",
  program: { kind: "script", path: "/x/notafter.mjs" },
};
const macos: Machine = { ...linux, platform: "darwin", home: "/Users/a" };
const windows: Machine = {
  ...linux,
  platform: "win32",
  home: "C:\\Users\\a",
  environment: { LOCALAPPDATA: "C:\\Users\\a\\AppData\\Local" },
  node: "C:\\Program Files\\100%\\node.exe",
};

const places = (machine: Machine): readonly string[] =>
  plan(machine, ["chrome", "chromium", "edge", "brave", "firefox"], [id]).map((step) =>
    step.kind === "key" ? step.key : step.path,
  );

describe("the plan of an installation", () => {
  it("on Linux", () => {
    expect(places(linux)).toEqual([
      "/home/a/.local/share/notafter/notafter.mjs",
      "/home/a/.local/share/notafter/notafter-host",
      "/home/a/.config/google-chrome/NativeMessagingHosts/org.notafter.host.json",
      "/home/a/.config/chromium/NativeMessagingHosts/org.notafter.host.json",
      "/home/a/.config/microsoft-edge/NativeMessagingHosts/org.notafter.host.json",
      "/home/a/.config/BraveSoftware/Brave-Browser/NativeMessagingHosts/org.notafter.host.json",
      "/home/a/.mozilla/native-messaging-hosts/org.notafter.host.json",
    ]);
  });

  it.each<[Machine, string]>([
    [linux, "/home/a/.local/share/notafter/notafter"],
    [windows, "C:\\Users\\a\\AppData\\Local\\NotAfter\\notafter.exe"],
  ])("of one executable needs no launcher: %#", (machine, place) => {
    const program = { kind: "executable", path: "/x/packed", text: () => "" } as const;
    const [copy, manifest] = plan({ ...machine, program }, ["firefox"], []);
    expect(copy).toMatchObject({ kind: "file", path: place, content: { copyOf: "/x/packed" }, mode: 0o755 });
    const text = manifest?.kind === "file" && "text" in manifest.content ? manifest.content.text : "";
    expect(JSON.parse(text)).toMatchObject({ path: place });
  });

  it("on macOS", () => {
    const base = "/Users/a/Library/Application Support";
    expect(places(macos)).toEqual([
      `${base}/NotAfter/notafter.mjs`,
      `${base}/NotAfter/notafter-host`,
      `${base}/Google/Chrome/NativeMessagingHosts/org.notafter.host.json`,
      `${base}/Chromium/NativeMessagingHosts/org.notafter.host.json`,
      `${base}/Microsoft Edge/NativeMessagingHosts/org.notafter.host.json`,
      `${base}/BraveSoftware/Brave-Browser/NativeMessagingHosts/org.notafter.host.json`,
      `${base}/Mozilla/NativeMessagingHosts/org.notafter.host.json`,
    ]);
  });

  it("on Windows names the manifests in the registry", () => {
    const steps = plan(windows, ["chrome", "firefox"], [id]);
    const folder = "C:\\Users\\a\\AppData\\Local\\NotAfter";
    expect(steps.filter(({ kind }) => kind === "key")).toEqual([
      {
        kind: "key",
        owner: "chrome",
        key: "HKCU\\Software\\Google\\Chrome\\NativeMessagingHosts\\org.notafter.host",
        value: `${folder}\\org.notafter.host.chrome.json`,
      },
      {
        kind: "key",
        owner: "firefox",
        key: "HKCU\\Software\\Mozilla\\NativeMessagingHosts\\org.notafter.host",
        value: `${folder}\\org.notafter.host.firefox.json`,
      },
    ]);
  });

  it("names the extension in each browser's own way", () => {
    const manifests = plan(linux, ["chrome", "firefox"], [id]).flatMap((step) =>
      step.kind === "file" && "text" in step.content && step.path.endsWith(".json")
        ? [JSON.parse(step.content.text)]
        : [],
    );
    const both = { name: "org.notafter.host", path: "/home/a/.local/share/notafter/notafter-host", type: "stdio" };
    expect(manifests).toMatchObject([
      { ...both, allowed_origins: [`chrome-extension://${id}/`] },
      { ...both, allowed_extensions: ["{7f0c5f0e-9c1b-4a57-8f0a-5d1a3a2b6c41}"] },
    ]);
  });

  it("quotes what the launchers start", () => {
    expect(launcherFor({ platform: "linux", node: "/opt/it's/node" }, "/a b/$(x).mjs").text).toBe(
      `#!/bin/sh\nexec '/opt/it'\\''s/node' '/a b/$(x).mjs' "$@"\n`,
    );
    expect(launcherFor(windows, "C:\\a b\\notafter.mjs").text).toBe(
      '@echo off\r\n"C:\\Program Files\\100%%\\node.exe" "C:\\a b\\notafter.mjs" %*\r\n',
    );
  });
});
