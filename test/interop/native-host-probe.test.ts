import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { probe } from "../../extension/native-host/probe/probe.ts";
import { trustStore } from "../../extension/native-host/probe/trust-store.ts";
import { type StarttlsProtocol, starttlsProtocols } from "../../shared/handshake/starttls/protocols.ts";
import type { Target } from "../../shared/watch/host-list.ts";
import { createAuthority, type TestAuthority } from "../support/authority/authority.ts";
import type { SiteCertificate } from "../support/authority/site-certificate.ts";
import { portOf } from "../support/port-of.ts";
import { startSites } from "../support/sites/sites.ts";
import { type StarttlsServers, startStarttlsServers } from "../support/starttls-servers.ts";

const day = 86_400_000;

let authority: TestAuthority;
let certificate: SiteCertificate;
let authorities: ReturnType<typeof trustStore>;
beforeAll(async () => {
  authority = await createAuthority();
  certificate = await issue(["localhost", "127.0.0.1", "::1"]);
  authorities = trustStore([authority.rootPem]);
});

const issue = (names: readonly string[], from = -day, to = 90 * day): Promise<SiteCertificate> =>
  authority.issue({ names, notBefore: Date.now() + from, notAfter: Date.now() + to });

const ask = (target: Target, timeout = 5000) => probe(target, { authorities, timeout });

/** What `openssl s_client` prints; without an input it ends after the handshake. */
const openssl = (...args: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = execFile("openssl", ["s_client", ...args], { timeout: 10_000 }, (error, stdout, stderr) =>
      error?.code === "ENOENT" ? reject(new Error("apt-get install openssl")) : resolve(stdout + stderr),
    );
    child.stdin?.end();
  });

describe("a handshake", () => {
  it("shows leaf, chain, trust, protocol, cipher and address", async () => {
    const { sites, close } = await startSites([{ host: "localhost", certificate, port: 0 }]);
    try {
      const port = sites[0]?.port ?? 0;
      expect(await ask({ host: "127.0.0.1", port })).toMatchObject({
        ok: true,
        value: { trust: "trusted", sha256: certificate.sha256, protocol: "TLSv1.3", address: "127.0.0.1" },
      });
      const outcome = await ask({ host: "localhost", port });
      const seen = outcome.ok ? outcome.value : expect.fail(outcome.problem.code);
      const shown = await openssl("-connect", `127.0.0.1:${port}`, "-showcerts");
      const told = [...shown.matchAll(/-----BEGIN CERTIFICATE-----([^-]+)-----END/g)].map(([, base64 = ""]) =>
        Buffer.from(base64, "base64").toString("hex"),
      );
      expect(seen.chain.map((der) => Buffer.from(der).toString("hex"))).toEqual(told);
    } finally {
      await close();
    }
  });

  it.each<[string, () => Promise<SiteCertificate>, string]>([
    ["of an expired certificate", () => issue(["localhost"], -9 * day, -day), "outside-validity"],
    ["of one that is not valid yet", () => issue(["localhost"], day, 9 * day), "outside-validity"],
    ["of one for another name", () => issue(["other.test"]), "wrong-name"],
    [
      "of one that signed itself",
      () => authority.selfSign({ names: ["localhost"], notBefore: Date.now() - day, notAfter: Date.now() + day }),
      "untrusted",
    ],
    [
      "of one from an authority that is not known here",
      async () =>
        (await createAuthority()).issue({
          names: ["localhost"],
          notBefore: Date.now() - day,
          notAfter: Date.now() + day,
        }),
      "untrusted",
    ],
  ])("%s still gives it", async (_, make, trust) => {
    const served = await make();
    const { sites, close } = await startSites([{ host: "localhost", certificate: served, port: 0 }]);
    try {
      expect(await ask({ host: "localhost", port: sites[0]?.port ?? 0 })).toMatchObject({
        ok: true,
        value: { trust, sha256: served.sha256 },
      });
    } finally {
      await close();
    }
  });
});

describe("STARTTLS", () => {
  let servers: StarttlsServers;
  beforeAll(async () => {
    servers = await startStarttlsServers(certificate);
  });
  afterAll(() => servers.close());
  const portFor = (protocol: StarttlsProtocol): number => servers.ports.get(protocol) ?? 0;

  it.each(starttlsProtocols)("leads to the certificate over %s", async (starttls) => {
    expect(await ask({ host: "localhost", port: portFor(starttls), starttls })).toMatchObject({
      ok: true,
      value: { trust: "trusted", sha256: certificate.sha256 },
    });
  });

  // The servers are ours: OpenSSL's client has to find its way into them too.
  it.each(starttlsProtocols)("is spoken by the test's %s server as OpenSSL expects it", async (starttls) => {
    const args = ["-connect", `127.0.0.1:${portFor(starttls)}`, "-starttls", starttls];
    const shown = await openssl(...args, ...(starttls === "xmpp" ? ["-xmpphost", "localhost"] : []));
    const pem = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/.exec(shown)?.[0] ?? shown;
    expect(Buffer.from(pem.replace(/-----.*?-----|\s/g, ""), "base64").equals(certificate.der)).toBe(true);
  });

  it.each<[StarttlsProtocol, StarttlsProtocol]>([
    ["smtp", "imap"],
    ["imap", "pop3"],
    ["mysql", "smtp"],
    ["sieve", "ftp"],
  ])("asked for %s of a server of %s says so", async (starttls, other) => {
    expect(await ask({ host: "localhost", port: portFor(other), starttls })).toMatchObject({
      ok: false,
      problem: { code: expect.stringMatching(/^starttls-(unexpected|refused)$/) },
    });
  });
});

describe("a server that is no good", () => {
  const opened: { readonly server: Server; readonly sockets: Set<Socket> }[] = [];
  afterAll(async () => {
    for (const { server, sockets } of opened) {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    }
  });

  async function serve(act: (socket: Socket) => void): Promise<number> {
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket.on("error", () => undefined));
      act(socket);
    });
    opened.push({ server, sockets });
    await once(server.listen(0, "127.0.0.1"), "listening");
    return portOf(server);
  }

  /** The first record of a ServerHello that says it is 200 bytes long, and 20 of them. */
  const halfHandshake = Uint8Array.of(0x16, 3, 3, 0, 204, 2, 0, 0, 200, 3, 3, ...new Uint8Array(14));

  it.each<[string, (socket: Socket) => void, StarttlsProtocol | undefined, string]>([
    ["accepts and says nothing", () => undefined, undefined, "handshake-timeout"],
    ["accepts and says nothing before STARTTLS", () => undefined, "smtp", "starttls-timeout"],
    ["sends half a handshake", (socket) => socket.write(halfHandshake), undefined, "handshake-timeout"],
    [
      "sends half a handshake and closes",
      (socket) => socket.once("data", () => socket.end(halfHandshake)),
      undefined,
      "closed",
    ],
    ["speaks http", (socket) => socket.write("HTTP/1.1 400 Bad Request\r\n\r\n"), undefined, "not-tls"],
    ["speaks SMTP without being asked for it", (socket) => socket.write("220 mx ESMTP\r\n"), undefined, "not-tls"],
    ["closes", (socket) => socket.end(), undefined, "closed"],
    ["closes before STARTTLS", (socket) => socket.end(), "imap", "closed"],
    [
      "breaks the connection off",
      (socket) => socket.once("data", () => socket.resetAndDestroy()),
      undefined,
      "connection-reset",
    ],
    [
      "says only that it cannot",
      (socket) => socket.once("data", () => socket.write(Uint8Array.of(0x15, 3, 3, 0, 2, 2, 40))),
      undefined,
      "handshake-failed",
    ],
    ["talks without end", (socket) => socket.write("220-no end\r\n".repeat(20_000)), "smtp", "starttls-unexpected"],
  ])("%s", async (_, act, starttls, code) => {
    const port = await serve(act);
    const slow = code.endsWith("timeout");
    const outcome = await ask({ host: "127.0.0.1", port, ...(starttls && { starttls }) }, slow ? 300 : 5000);
    expect(outcome).toMatchObject({ ok: false, problem: { code } });
  });

  it("is not there: a closed port and a name that nobody has", async () => {
    const port = await serve(() => undefined);
    const last = opened.pop();
    await new Promise((resolve) => last?.server.close(resolve));
    expect(await ask({ host: "127.0.0.1", port })).toMatchObject({ problem: { code: "connection-refused" } });
    expect(await ask({ host: "nobody.invalid", port: 443 })).toMatchObject({
      problem: { code: expect.stringMatching(/^name-/) },
    });
  });

  it("is given up at once when the check is cancelled", async () => {
    const port = await serve(() => undefined);
    const controller = new AbortController();
    const asked = probe({ host: "127.0.0.1", port }, { authorities, timeout: 60_000, signal: controller.signal });
    controller.abort();
    expect(await asked).toEqual({ ok: false, problem: { code: "cancelled" } });
    expect(
      await probe({ host: "127.0.0.1", port }, { authorities, timeout: 60_000, signal: controller.signal }),
    ).toEqual({
      ok: false,
      problem: { code: "cancelled" },
    });
  });
});
