import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdir, readFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readHostReply } from "../../shared/native-host/read-reply.ts";
import { createAuthority } from "../support/authority/authority.ts";
import type { SiteCertificate } from "../support/authority/site-certificate.ts";
import { buildHostProgram, type HostProgram } from "../support/native-host-program.ts";
import { portOf } from "../support/port-of.ts";
import { type Folder, temporaryFolder } from "../support/program.ts";
import { type Sites, startSites } from "../support/sites/sites.ts";

const day = 86_400_000;

let program: HostProgram;
let folder: Folder;
let sites: Sites;
let certificate: SiteCertificate;
let ca: string;
let silent: Server;
beforeAll(async () => {
  program = await buildHostProgram();
  folder = await temporaryFolder();
  const authority = await createAuthority();
  const issue = (days: number) =>
    authority.issue({ names: ["localhost"], notBefore: Date.now() - 100 * day, notAfter: Date.now() + days * day });
  certificate = await issue(99);
  sites = await startSites([
    { host: "localhost", certificate, port: 0 },
    { host: "localhost", certificate: await issue(20), port: 0 },
    { host: "localhost", certificate: await issue(-2), port: 0 },
  ]);
  ca = await folder.write("root.pem", authority.rootPem);
  silent = createServer(() => undefined);
  await once(silent.listen(0, "127.0.0.1"), "listening");
});
afterAll(async () => {
  silent.close();
  await sites.close();
  await folder.remove();
  await program.remove();
});

const place = (index: number): string => `localhost:${sites.sites[index]?.port}`;

describe("notafter check", () => {
  it.each<[string, readonly number[], number]>([
    ["all are ok", [0], 0],
    ["one is due", [0, 1], 1],
    ["one has expired", [0, 1, 2], 2],
  ])("ends well or not when %s, and says all of it in order", async (_, indexes, status) => {
    const outcome = await program.run(["check", ...indexes.map(place), "--ca", ca, "--format", "json"]);
    expect(outcome).toMatchObject({ status, stderr: "" });
    const records: unknown = JSON.parse(outcome.stdout);
    expect(records).toMatchObject(
      indexes.map((index) => ({
        host: "localhost",
        port: sites.sites[index]?.port,
        level: ["ok", "due", "expired"][index],
      })),
    );
    expect(records).toMatchObject([
      {
        level: "ok",
        reasons: [],
        remaining: expect.any(Number),
        notBefore: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        names: ["localhost"],
        issuer: expect.stringContaining("O=Sectigo Limited"),
        serial: certificate.serial,
        sha256: certificate.sha256,
        keyType: "ec-p256",
        chain: [
          { subject: "CN=localhost", sha256: certificate.sha256 },
          { subject: expect.stringContaining("Sectigo") },
        ],
        protocol: "TLSv1.3",
      },
      ...indexes.slice(1).map(() => ({})),
    ]);
  });

  it("reads a list in any shape, in order, each host once", async () => {
    const list = `\ufeff# the shop\r\n${place(0)}\r\n\r\nhttps://${place(1)}/path # again below\r\n*.example.com\r\nlocalhost:99999\r\n${place(1)}\r\n${"x".repeat(1_000_000)}\r\n=cmd()`;
    const input = await folder.write("hosts.txt", list);
    for (const options of [
      ["--input", input],
      ["--input", "-"],
    ]) {
      const { status, stdout, stderr } = await program.run(["check", ...options, "--ca", ca, "--format", "json"], {
        input: list,
      });
      expect(status).toBe(2);
      expect(stderr).toBe("1 line names a host again.\n");
      expect(JSON.parse(stdout)).toMatchObject([
        { level: "ok" },
        { level: "due" },
        { host: "*.example.com", level: "unknown", error: "wildcard" },
        { host: "localhost:99999", error: "bad-port" },
        { error: "too-long" },
        { host: "=cmd()", error: "bad-host" },
      ]);
    }
  });

  it("tells apart who is not there and who says nothing, in time", async () => {
    const quiet = `127.0.0.1:${portOf(silent)}`;
    const { status, stdout } = await program.run([
      ...["check", "localhost:1", quiet],
      "--timeout",
      "300",
      "--format",
      "json",
    ]);
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject([
      { level: "unknown", error: "connection-refused", reasons: [{ code: "connection-refused" }] },
      { level: "unknown", error: "handshake-timeout" },
    ]);
  });

  it("writes a file that Prometheus reads, and a table for people", async () => {
    const prometheus = await program.run(["check", place(0), "--ca", ca, "--format", "prometheus"]);
    expect(prometheus.stdout).toMatch(/^notafter_certificate_not_after_seconds\{host="localhost",port="\d+"\} \d+$/m);
    const table = await program.run(["check", place(1), "--ca", ca]);
    expect(table).toMatchObject({ status: 1, stdout: expect.stringContaining("Renewal is due") });
  });

  it.each<[readonly string[], RegExp]>([
    [[], /COMMAND/],
    [["renew"], /no command renew/],
    [["check"], /Name a host/],
    [["check", "--loud", "a.example"], /--loud/],
    [["check", "*.example.com"], /wildcard/],
    [["check", "--input", "/nowhere/hosts"], /ENOENT/],
    [["check", "--input", "-"], /holds no host/],
    [["check", "--ca", "/nowhere/ca.pem", "a.example"], /ENOENT/],
    [["install", "--browser", "lynx"], /--browser/],
  ])("%j is a wrong command line", async (args, words) => {
    const { status, stdout, stderr } = await program.run(args);
    expect(status).toBe(64);
    expect(stderr).toMatch(words);
    expect(stdout.split("\n").length).toBeLessThan(3);
  });

  it.each([["--help"], ["check", "--help"], ["install", "--help"], ["uninstall", "--help"], ["--version"]])(
    "%s %s helps",
    async (...args) => {
      expect(await program.run(args.filter(Boolean))).toMatchObject({ status: 0, stderr: "" });
    },
  );
});

describe("the native host", () => {
  const check = (id: number, port: number, more: object = {}) => ({
    id,
    type: "check",
    host: "localhost",
    port,
    ...more,
  });

  it("answers many at once, slow ones last, and takes one back", async () => {
    const host = program.start();
    host.ask({ id: 1, type: "hello" });
    expect(readHostReply(await host.reply())).toMatchObject({ id: 1, type: "hello", version: "0.1.0" });
    host.ask({ ...check(2, portOf(silent)), host: "127.0.0.1", timeout: 60_000 });
    host.ask(check(3, sites.sites[2]?.port ?? 0));
    expect(readHostReply(await host.reply())).toMatchObject({ id: 3, type: "checked", protocol: "TLSv1.3" });
    host.ask({ id: 4, type: "cancel", cancels: 2 });
    expect(readHostReply(await host.reply())).toEqual({ id: 2, type: "failed", code: "cancelled" });
    expect(await host.end()).toEqual({ status: 0, signal: null, stderr: "" });
  });

  it("gives the certificate byte for byte, in the time that the request gives", async () => {
    const host = program.start(["/x/org.notafter.host.json", "{7f0c5f0e-9c1b-4a57-8f0a-5d1a3a2b6c41}"]);
    host.ask(check(1, sites.sites[0]?.port ?? 0));
    const reply = readHostReply(await host.reply());
    expect(reply).toMatchObject({ type: "checked", trust: "untrusted", sha256: certificate.sha256 });
    if (reply?.type === "checked")
      expect(Buffer.from(reply.chain[0] ?? "", "base64").equals(certificate.der)).toBe(true);
    host.ask({ ...check(2, portOf(silent), { timeout: 200 }), host: "127.0.0.1" });
    expect(await host.reply()).toEqual({ id: 2, type: "failed", code: "handshake-timeout" });
    expect((await host.end()).status).toBe(0);
  });

  it("knows the system's authorities too, from the first check on", async () => {
    const host = program.start(undefined, { SSL_CERT_FILE: ca });
    const port = sites.sites[0]?.port ?? 0;
    // Two at once: whichever reads them, both are judged by them; the next one is then asked once.
    host.ask(check(1, port));
    host.ask(check(2, port));
    for (let turn = 0; turn < 2; turn += 1) expect(await host.reply()).toMatchObject({ trust: "trusted" });
    host.ask(check(3, port));
    expect(await host.reply()).toMatchObject({ id: 3, trust: "trusted" });
    await host.end();
  });

  it("refuses nonsense, goes on, and ends properly at a frame without end", async () => {
    const host = program.start();
    host.send(Buffer.concat([new Uint8Array(Uint32Array.of(3).buffer), Buffer.from("{;}")]));
    expect(await host.reply()).toEqual({ type: "refused", code: "not-json" });
    host.ask({ id: 9, type: "rm" });
    expect(await host.reply()).toEqual({ type: "refused", id: 9, code: "unknown-type" });
    host.send(new Uint8Array(Uint32Array.of(0xffffffff).buffer));
    expect(await host.reply()).toEqual({ type: "refused", code: "too-long" });
    expect(await host.end()).toEqual({ status: 0, signal: null, stderr: "" });
  });

  it("goes with the browser, though a check is open, and after a frame that was cut off", async () => {
    const host = program.start();
    host.ask({ ...check(1, portOf(silent), { timeout: 100_000 }), host: "127.0.0.1" });
    host.ask({ id: 2, type: "hello" });
    expect(await host.reply()).toMatchObject({ id: 2 });
    host.send(Uint8Array.of(9, 0));
    expect(await host.end()).toMatchObject({ status: 0, signal: null });
  });

  it("killed in the middle leaves a stream that ends", async () => {
    const host = program.start();
    host.ask({ id: 1, type: "hello" });
    await host.reply();
    host.kill();
    await expect(host.reply()).rejects.toThrow("The host ended");
    expect(await host.end()).toMatchObject({ signal: "SIGKILL" });
  });
});

describe("notafter install", () => {
  it("registers a launcher that starts the host, and uninstall leaves nothing", async () => {
    const home = join(folder.path, "home");
    await mkdir(home);
    const environment = { HOME: home, XDG_CONFIG_HOME: "", XDG_DATA_HOME: "" };
    const installed = await program.run(["install", "--browser", "firefox"], { environment });
    expect(installed).toMatchObject({ status: 0, stderr: "" });
    const manifest = join(home, ".mozilla/native-messaging-hosts/org.notafter.host.json");
    expect(installed.stdout).toContain(manifest);
    const { path, name } = JSON.parse(await readFile(manifest, "utf8"));
    expect(name).toBe("org.notafter.host");
    const started = execFile(path, [manifest, "{7f0c5f0e-9c1b-4a57-8f0a-5d1a3a2b6c41}"], { encoding: "buffer" });
    const said = once(started.stdout ?? expect.fail("no output"), "data");
    const body = Buffer.from('{"id":1,"type":"hello"}');
    started.stdin?.end(Buffer.concat([new Uint8Array(Uint32Array.of(body.length).buffer), body]));
    expect(String((await said)[0])).toContain('"type":"hello","protocol":1');
    expect((await once(started, "close"))[0]).toBe(0);

    expect(await program.run(["uninstall"], { environment })).toMatchObject({ status: 0 });
    await expect(readFile(manifest)).rejects.toThrow("ENOENT");
    expect(await program.run(["uninstall"], { environment })).toMatchObject({ stdout: "Nothing is installed.\n" });
  });
});
