import { constants, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:https";
import type { Socket } from "node:net";
import { createSecureContext, type SecureContext } from "node:tls";
import type { SiteCertificate } from "../authority/site-certificate.ts";
import { portOf } from "../port-of.ts";
import { type Answer, page } from "./answer.ts";
import type { Request } from "./sites.ts";

interface Served {
  context: SecureContext;
  instead: Answer | "reset" | undefined;
  readonly pages: Readonly<Record<string, Answer>>;
}

/** One TLS port with many names. */
export interface PortServer {
  readonly port: number;
  add(
    host: string,
    certificate: SiteCertificate,
    pages: Readonly<Record<string, Answer>>,
  ): { present(certificate: SiteCertificate): void; answer(answer: Answer | "reset" | undefined): void };
  close(): Promise<void>;
}

/** Listens on 127.0.0.1; `0` takes a free port. A client that names no host gets the first site. */
export async function listen(port: number, log: Request[]): Promise<PortServer> {
  const served = new Map<string, Served>();
  const sockets = new Map<number, Socket>();
  const of = (host: string): Served | undefined => served.get(host.toLowerCase()) ?? served.values().next().value;
  const server = createServer({
    // No tickets (TLS 1.2) and no stored sessions: each connection is a full handshake.
    secureOptions: constants.SSL_OP_NO_TICKET,
    // A test key of 1024 bits is refused at OpenSSL's default level before a browser can judge it.
    ciphers: "DEFAULT:@SECLEVEL=0",
    SNICallback: (name, done) => done(null, of(name)?.context),
  });
  server.on("connection", (socket: Socket) => {
    const from = socket.remotePort ?? 0;
    sockets.set(from, socket);
    socket.once("close", () => sockets.delete(from));
    socket.on("error", () => undefined);
  });
  server.on("request", (request, response) => {
    const host = new URL(`https://${request.headers.host ?? "unnamed"}`).hostname;
    const path = request.url ?? "/";
    log.push({ host, port: bound, method: request.method ?? "", path });
    const site = of(host);
    if (site?.instead === "reset") {
      sockets.get(request.socket.remotePort ?? 0)?.resetAndDestroy();
      return;
    }
    const plain = page(host, "<p>A site of a test authority. Only this machine serves it.</p>");
    const answer = site?.instead ?? site?.pages[path.replace(/[?#].*/s, "")] ?? site?.pages["/"] ?? plain;
    response.writeHead(answer.status ?? 200, { ...answer.headers, connection: "close" });
    response.end(answer.body ?? "");
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const bound = portOf(server);
  return {
    port: bound,
    add: (host, certificate, pages) => {
      const site: Served = { context: contextOf(certificate), instead: undefined, pages };
      if (served.size === 0) server.setSecureContext({ cert: certificate.chainPem, key: certificate.keyPem });
      served.set(host.toLowerCase(), site);
      return {
        present: (next) => {
          site.context = contextOf(next);
          // A connection that was opened ahead, or a ticket, would still stand for the certificate before.
          server.setTicketKeys(randomBytes(48));
          for (const socket of sockets.values()) socket.destroy();
        },
        answer: (answer) => {
          site.instead = answer;
        },
      };
    },
    close: async () => {
      const closed = once(server, "close");
      server.close();
      for (const socket of sockets.values()) socket.destroy();
      await closed;
    },
  };
}

const contextOf = (certificate: SiteCertificate): SecureContext =>
  createSecureContext({
    cert: certificate.chainPem,
    key: certificate.keyPem,
    ciphers: "DEFAULT:@SECLEVEL=0",
    secureOptions: constants.SSL_OP_NO_TICKET,
  });
