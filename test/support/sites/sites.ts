import type { SiteCertificate } from "../authority/site-certificate.ts";
import type { Answer } from "./answer.ts";
import { listen, type PortServer } from "./port-server.ts";

/** A site that is to be served. */
export interface SiteWish {
  readonly host: string;
  readonly certificate: SiteCertificate;
  /** Absent: the shared port, which browsers see as 443. `0`: a free port of its own. Otherwise that port. */
  readonly port?: number;
  /** Answers by path (`/`, `/other`); a path that is not here gets the one of `/`, or a plain page. */
  readonly pages?: Readonly<Record<string, Answer>>;
}

export interface Request {
  readonly host: string;
  readonly port: number;
  readonly method: string;
  readonly path: string;
}

export interface Site {
  readonly host: string;
  readonly port: number;
  /** As a browser that `launchBrowser` started with `httpsPort` visits it: no port for sites on the shared port. */
  readonly origin: string;
  /** With its real port: for programs without a mapping, and a second port of the same host for a browser. */
  readonly direct: string;
  /** Presents another certificate from the next connection on. Open connections are closed. */
  present(certificate: SiteCertificate): void;
  /** From now on every request gets this instead: `"reset"` breaks the connection off. `undefined` ends it. */
  answer(answer: Answer | "reset" | undefined): void;
  /** What was asked of it so far. */
  requests(): readonly Request[];
}

export interface Sites {
  /** The shared port: `launchBrowser({ httpsPort })` maps 443 of all test names to it. */
  readonly httpsPort: number;
  /** In the order of the wishes. */
  readonly sites: readonly Site[];
  close(): Promise<void>;
}

/**
 * Serves sites over TLS on 127.0.0.1, told apart by SNI. Every response closes its connection and sessions cannot be
 * resumed, so that a certificate that was exchanged is really seen.
 * `port` is the shared port: absent, a free one; for the demo 443, so that the addresses need no mapping.
 */
export async function startSites(
  wishes: readonly SiteWish[],
  { port = 0 }: { readonly port?: number } = {},
): Promise<Sites> {
  const log: Request[] = [];
  const servers: PortServer[] = [];
  const sites: Site[] = [];
  let shared: PortServer | undefined;
  try {
    shared = await listen(port, log);
    servers.push(shared);
    for (const wish of wishes) {
      const server =
        wish.port === undefined
          ? shared
          : (servers.find((one) => one.port === wish.port) ?? (await listen(wish.port, log)));
      if (!servers.includes(server)) servers.push(server);
      const served = server.add(wish.host, wish.certificate, wish.pages ?? {});
      const direct = `https://${wish.host}:${server.port}`;
      sites.push({
        host: wish.host,
        port: server.port,
        origin: server === shared ? `https://${wish.host}` : direct,
        direct,
        present: served.present,
        answer: served.answer,
        requests: () => log.filter((request) => request.host === wish.host && request.port === server.port),
      });
    }
  } catch (error) {
    await Promise.all(servers.map((server) => server.close()));
    throw error;
  }
  return {
    httpsPort: shared.port,
    sites,
    close: async () => void (await Promise.all(servers.map((server) => server.close()))),
  };
}
