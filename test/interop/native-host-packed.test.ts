import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { createServer } from "node:tls";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAuthority } from "../support/authority/authority.ts";
import { type Packed, packHost } from "../support/native-host/pack.ts";
import { portOf } from "../support/port-of.ts";
import { type Folder, temporaryFolder } from "../support/program.ts";

const day = 86_400_000;
let packed: Packed;
let folder: Folder;
let ca: string;
let port: number;
let close: () => void;

beforeAll(async () => {
  packed = await packHost();
  folder = await temporaryFolder();
  const authority = await createAuthority();
  ca = await folder.write("root.pem", authority.rootPem);
  const site = await authority.issue({
    names: ["localhost"],
    notBefore: Date.now() - day,
    notAfter: Date.now() + 99 * day,
  });
  const server = createServer({ cert: site.chainPem, key: site.keyPem }, (socket) =>
    socket.on("error", () => undefined).end(),
  );
  server.on("tlsClientError", () => undefined);
  await once(server.listen(0, "0.0.0.0"), "listening");
  port = portOf(server);
  close = () => server.close();
}, 120_000);
afterAll(async () => {
  close?.();
  await folder?.remove();
  await packed?.remove();
});

/** On this machine without its Node: nothing but the one file is found. */
function start(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const child = execFile(packed.path, [...args], { env: { PATH: "", ...environment }, maxBuffer: 1 << 26 });
  let [stdout, stderr] = ["", ""];
  child.stdout?.on("data", (piece: string) => {
    stdout += piece;
  });
  child.stderr?.on("data", (piece: string) => {
    stderr += piece;
  });
  return { child, ended: once(child, "close").then(([status]: readonly unknown[]) => ({ status, stdout, stderr })) };
}
const run = (...given: Parameters<typeof start>) => start(...given).ended;

describe("notafter as one executable", () => {
  it("checks a host", async () => {
    const { status, stdout, stderr } = await run(["check", `localhost:${port}`, "--ca", ca, "--format", "json"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject([{ host: "localhost", level: "ok", protocol: "TLSv1.3" }]);
  });

  it("checks a long list, in threads that it carries in itself", async () => {
    const hosts = Array.from({ length: 300 }, (_, index) => `127.0.${1 + (index >> 8)}.${index & 255}:${port}`);
    const input = await folder.write("hosts", hosts.join("\n"));
    const { status, stdout, stderr } = await run(["check", "--input", input, "--ca", ca, "--format", "json"]);
    expect({ status, stderr }).toEqual({ status: 2, stderr: "" });
    const records: readonly { host: string; reasons: readonly { code: string }[] }[] = JSON.parse(stdout);
    expect(records.map(({ host, reasons }) => `${host}:${port} ${reasons[0]?.code}`)).toEqual(
      hosts.map((host) => `${host} wrong-name`),
    );
  });

  it("registers itself as what a browser starts, and takes all of it away", async () => {
    const home = join(folder.path, "home");
    await mkdir(home);
    const id = "abcdefghijklmnopabcdefghijklmnop";
    const args = ["--browser", "chromium", "--browser", "firefox"];
    expect(await run(["install", ...args, "--extension-id", id], { HOME: home })).toMatchObject({ status: 0 });
    const manifest = join(home, ".config/chromium/NativeMessagingHosts/org.notafter.host.json");
    const { path } = JSON.parse(await readFile(manifest, "utf8"));
    expect(path).toBe(join(home, ".local/share/notafter/notafter"));
    expect((await stat(path)).mode & 0o777).toBe(0o755);
    expect((await readFile(path)).equals(await readFile(packed.path))).toBe(true);

    const started = execFile(path, [`chrome-extension://${id}/`], { env: {}, encoding: "buffer" });
    const said = once(started.stdout ?? expect.fail("no output"), "data");
    const body = Buffer.from('{"id":1,"type":"hello"}');
    started.stdin?.end(Buffer.concat([new Uint8Array(Uint32Array.of(body.length).buffer), body]));
    expect(String((await said)[0])).toContain('"type":"hello","protocol":1');
    expect((await once(started, "close"))[0]).toBe(0);

    // The installed one can take itself away.
    const gone = execFile(path, ["uninstall"], { env: { HOME: home } });
    expect((await once(gone, "close"))[0]).toBe(0);
    expect(await readdir(home)).toEqual([]);
  });

  it("comes with the licences of what is in it", async () => {
    const text = await readFile(packed.licences, "utf8");
    expect(text).toContain("The NotAfter developers");
    expect(text).toContain("Node.js is licensed for use as follows");
    expect(text).toContain("OpenSSL");
  });
});
