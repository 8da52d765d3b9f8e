import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { install } from "../../../../../extension/native-host/install/install.ts";
import type { Machine } from "../../../../../extension/native-host/install/machine.ts";
import { parseRecord } from "../../../../../extension/native-host/install/record.ts";
import { uninstall } from "../../../../../extension/native-host/install/uninstall.ts";
import { type Folder, temporaryFolder } from "../../../../support/program.ts";

const id = "abcdefghijklmnopabcdefghijklmnop";
const manifest = "google-chrome/NativeMessagingHosts/org.notafter.host.json";

let folder: Folder;
let machine: Machine;
let home: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  home = join(folder.path, "home");
  await mkdir(join(home, ".mozilla"), { recursive: true });
  const program = await folder.write("notafter.mjs", "// the program");
  machine = {
    platform: "linux",
    home,
    environment: {},
    node: process.execPath,
    program: { kind: "script", path: program },
  };
});
afterEach(() => folder.remove());

interface Said {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(command: typeof install, ...args: readonly string[]): Promise<Said> {
  const said = { stdout: "", stderr: "" };
  const output = (name: keyof typeof said) => ({
    isTerminal: false,
    write: async (text: string) => {
      said[name] += text;
    },
  });
  const status = await command(args, { stdout: output("stdout"), stderr: output("stderr") }, machine);
  return { status, ...said };
}

const everything = async (): Promise<readonly string[]> => (await readdir(home, { recursive: true })).sort();

describe("install and uninstall", () => {
  it("shows every file it wrote, and takes exactly that away", async () => {
    await writeFile(join(home, ".mozilla", "prefs"), "");
    const before = await everything();
    const { status, stdout } = await run(install, "--browser", "chrome", "--browser", "firefox", "--extension-id", id);
    expect(status).toBe(0);
    const files = (await everything()).filter((path) => !before.includes(path));
    for (const path of files) {
      const isFile = (await stat(join(home, path))).isFile();
      if (isFile) expect(stdout, path).toContain(join(home, path));
    }
    expect(files).toContain(`.config/${manifest}`);
    expect((await stat(join(home, ".local/share/notafter/notafter-host"))).mode & 0o777).toBe(0o755);

    const gone = await run(uninstall);
    expect(gone).toMatchObject({ status: 0, stderr: "" });
    expect(await everything()).toEqual(before);
    expect(await run(uninstall)).toMatchObject({ status: 0, stdout: "Nothing is installed.\n" });
  });

  it("changes nothing the second time, and keeps the program for the other browser", async () => {
    await run(install, "--browser", "chrome", "--extension-id", id);
    const again = await run(install, "--browser", "chrome", "--extension-id", id);
    expect(again.stdout).toContain("unchanged");
    expect(again.stdout).not.toContain("wrote");
    await run(install, "--browser", "firefox");
    await run(uninstall, "--browser", "chrome");
    const left = await everything();
    expect(left).not.toContain(`.config/${manifest}`);
    expect(left).toContain(".local/share/notafter/notafter-host");
    expect(left).toContain(".mozilla/native-messaging-hosts/org.notafter.host.json");
    await run(uninstall);
    expect(await everything()).toEqual([".mozilla"]);
  });

  it("writes a new id over its own manifest", async () => {
    await run(install, "--browser", "chrome", "--extension-id", id);
    const other = id.replaceAll("a", "b");
    expect((await run(install, "--browser", "chrome", "--extension-id", other)).status).toBe(0);
    expect(await readFile(join(home, ".config", manifest), "utf8")).toContain(other);
  });

  it("registers without --browser what is found, and says what it left out", async () => {
    await mkdir(join(home, ".config/chromium"), { recursive: true });
    const { status, stdout, stderr } = await run(install);
    expect(status).toBe(0);
    expect(stdout).toContain("Registered with Firefox.");
    expect(stderr).toMatch(/^Chromium needs --extension-id/);
  });

  it.each<[readonly string[], RegExp]>([
    [["--browser", "chrome"], /Chrome needs --extension-id/],
    [["--browser", "chrome", "--extension-id", "notafter@example"], /no extension id/],
    [["--browser", "netscape"], /--browser takes one of/],
    [["--everywhere"], /--everywhere/],
    [["firefox"], /firefox/],
  ])("refuses %j and writes nothing", async (args, words) => {
    const { status, stderr } = await run(install, ...args);
    expect(status).toBe(64);
    expect(stderr).toMatch(words);
    expect(await everything()).toEqual([".mozilla"]);
  });

  it("leaves alone what somebody else wrote, and a folder that others use by now", async () => {
    await mkdir(join(home, ".config/google-chrome/NativeMessagingHosts"), { recursive: true });
    await writeFile(join(home, ".config", manifest), "theirs");
    const refused = await run(install, "--browser", "chrome", "--extension-id", id);
    expect(refused).toMatchObject({ status: 1, stdout: "" });
    expect(refused.stderr).toContain("was not written by this program");
    expect(await readFile(join(home, ".config", manifest), "utf8")).toBe("theirs");

    await run(install, "--browser", "firefox");
    await writeFile(join(home, ".mozilla/native-messaging-hosts/other.json"), "{}");
    await run(uninstall);
    expect(await everything()).toContain(".mozilla/native-messaging-hosts/other.json");
  });

  it("stops at a record that it does not understand", async () => {
    await run(install, "--browser", "firefox");
    await writeFile(join(home, ".local/share/notafter/installed.json"), '{"version":2}');
    for (const command of [
      uninstall,
      (...all: Parameters<typeof install>) => install(["--browser", "firefox"], all[1], all[2]),
    ]) {
      const { status, stderr } = await run(command);
      expect(status).toBe(1);
      expect(stderr).toContain("cannot be understood. Nothing was changed.");
    }
  });

  it("reads only records of its own kind", () => {
    const entry = { kind: "file", owner: "program", path: "/a" };
    expect(parseRecord(JSON.stringify({ version: 1, entries: [entry] }))).toEqual([entry]);
    for (const text of [
      "",
      "[]",
      "{}",
      '{"version":1}',
      '{"version":1,"entries":[{"kind":"file","owner":"me","path":"/"}]}',
    ])
      expect(parseRecord(text)).toBeUndefined();
  });
});
