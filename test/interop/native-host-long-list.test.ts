import { spawn } from "node:child_process";
import { once } from "node:events";
import { Readable } from "node:stream";
import { createServer } from "node:tls";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAuthority } from "../support/authority/authority.ts";
import { buildHostProgram, type HostProgram } from "../support/native-host-program.ts";
import { portOf } from "../support/port-of.ts";
import { type Folder, temporaryFolder } from "../support/program.ts";
import { until } from "../support/until.ts";

const day = 86_400_000;
/** More than one thread takes by itself. */
const count = 400;

let program: HostProgram;
let folder: Folder;
let ca: string;
let port: number;
let close: () => void;
/** All of 127.0.0.0/8 is this machine: one server is many hosts. */
const host = (index: number): string => `127.0.${1 + (index >> 8)}.${index & 255}`;

beforeAll(async () => {
  program = await buildHostProgram();
  folder = await temporaryFolder();
  const authority = await createAuthority();
  ca = await folder.write("root.pem", authority.rootPem);
  const site = await authority.issue({
    names: Array.from({ length: count }, (_, index) => host(index)),
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
});
afterAll(async () => {
  close();
  await folder.remove();
  await program.remove();
});

describe("notafter check of a long list, in several threads", () => {
  it("says the same of every host as of one, in the list's order", async () => {
    const hosts = Array.from({ length: count }, (_, index) => host(index));
    const lines = hosts.flatMap((name, index) =>
      index % 50 === 7 ? [`${name}:${port}`, `*.${index}.example`, `${name}:1`] : [`${name}:${port}`],
    );
    const { status, stdout, stderr } = await program.run(
      ["check", "--input", "-", "--ca", ca, "--format", "json", "--concurrency", "16"],
      { input: lines.join("\r\n") },
    );
    expect({ status, stderr }).toEqual({ status: 2, stderr: "" });
    const records: readonly { host: string; error?: string; level: string }[] = JSON.parse(stdout);
    expect(records.map((one) => one.error ?? `${one.host}:${port} ${one.level}`)).toEqual(
      lines.map((line) =>
        line.startsWith("*") ? "wildcard" : line.endsWith(`:${port}`) ? `${line} ok` : "connection-refused",
      ),
    );
  });

  it("waits for a reader who takes his time, holds little meanwhile, and then gives him the rest", async () => {
    const lines = 60_000;
    let taken = 0;
    const list = function* () {
      for (; taken < lines; taken += 1) yield `*.${taken}.example\n`;
    };
    // Refused lines cost nothing but their words, which are two hundred times what a pipe holds.
    const child = spawn(process.execPath, [program.path, "check", "--input", "-", "--format", "json"], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const closed = once(child, "close");
    Readable.from(list()).pipe(child.stdin);
    await once(child.stdout, "readable");
    let before = 0;
    let looks = 0;
    await until("the program at rest", () => {
      looks = taken === before ? looks + 1 : 0;
      before = taken;
      return looks > 20;
    });
    expect(taken).toBeLessThan(lines / 2);
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (piece: string) => {
      said += piece;
    });
    expect(await closed).toEqual([2, null]);
    const records: readonly { readonly host: string; readonly error: string }[] = JSON.parse(said);
    expect(records.filter(({ error }) => error === "wildcard").length).toBe(lines);
  });

  it("ends when its reader has gone", async () => {
    const input = await folder.write(
      "hosts",
      Array.from({ length: count }, (_, index) => `${host(index)}:${port}`).join("\n"),
    );
    const child = spawn(process.execPath, [program.path, "check", "--input", input, "--ca", ca, "--format", "json"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const closed = once(child, "close");
    await once(child.stdout, "data");
    child.stdout.destroy();
    expect(await closed).toEqual([2, null]);
  });

  it("interrupted leaves the rows that it has written whole, and ends as interrupted", async () => {
    const lines = Array.from({ length: count }, (_, index) => `${host(index)}:${port}`).join("\n");
    const child = spawn(process.execPath, [program.path, "check", "--input", "-", "--ca", ca, "--format", "csv"], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const closed = once(child, "close");
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (piece: string) => {
      said += piece;
      // The input stays open: only the interruption ends it.
      if (said.includes(`\n${host(count - 1)},`) && said.endsWith("\r\n")) child.kill("SIGINT");
    });
    child.stdin.write(`${lines}\n`);
    expect(await closed).toEqual([null, "SIGINT"]);
    expect(said.trimEnd().split("\r\n").length).toBe(count + 1);
  });
});
