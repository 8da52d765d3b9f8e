import { hash } from "node:crypto";
import { connect as connectTcp, isIP, type Socket } from "node:net";
import { connect as connectTls, type SecureContext, type TLSSocket } from "node:tls";
import { coversHost } from "../../../shared/certificate/host-names.ts";
import { parseCertificate } from "../../../shared/certificate/parse-certificate.ts";
import type { ProbeProblem } from "../../../shared/handshake/probe-problem.ts";
import type { Trust } from "../../../shared/observation/observation.ts";
import { failure, type Result, success } from "../../../shared/result.ts";
import type { Target } from "../../../shared/watch/host-list.ts";
import { probeProblemOf } from "./probe-error.ts";
import { trustOf } from "./trust-of.ts";
import { upgrade } from "./upgrade.ts";

/** What one handshake showed. */
export interface Handshake {
  readonly trust: Trust;
  /** OpenSSL's code where the chain did not verify. */
  readonly detail?: string;
  /** DER, the leaf first, then the others as the server sent them. */
  readonly chain: readonly [leaf: Uint8Array, ...others: Uint8Array[]];
  /** SHA-256 of the leaf, lower-case hex. */
  readonly sha256: string;
  readonly protocol: string;
  readonly cipher: string;
  readonly address: string;
}

export interface ProbeOptions {
  readonly authorities: SecureContext;
  /** Milliseconds for everything. */
  readonly timeout: number;
  readonly signal?: AbortSignal;
}

/** How far a probe has come: it tells what a time-out means. */
type Phase = "connect" | "starttls" | "handshake";

/** A chain that is longer is a server's joke. */
const longestChain = 20;

/**
 * Makes one TLS handshake and looks at the certificates, whatever they are worth: nothing is sent besides. The promise
 * always settles within `timeout`, and never rejects.
 */
export function probe(target: Target, options: ProbeOptions): Promise<Result<Handshake, ProbeProblem>> {
  const host = target.host.replace(/^\[|\]$/g, "");
  const tls = {
    secureContext: options.authorities,
    rejectUnauthorized: false,
    // Names are compared by the same rules as everywhere in this product.
    checkServerIdentity: () => undefined,
    // RFC 6066 §3: no addresses in the server name.
    servername: isIP(host) === 0 ? host : "",
  };
  return new Promise((resolve) => {
    let phase: Phase = target.starttls === undefined ? "handshake" : "starttls";
    let connected = false;
    const settle = (outcome: Result<Handshake, ProbeProblem>): void => {
      clearTimeout(timer);
      options.signal?.removeEventListener("abort", cancel);
      resolve(outcome);
    };
    const fail = (problem: ProbeProblem): void => {
      settle(failure(problem));
      plain?.destroy();
      secure?.destroy();
    };
    const cancel = (): void => fail({ code: "cancelled" });
    const timer = setTimeout(() => fail({ code: `${connected ? phase : "connect"}-timeout` }), options.timeout);

    const watch = (socket: TLSSocket): TLSSocket =>
      socket
        .on("error", (error) => fail(probeProblemOf(error)))
        .once("close", () => fail({ code: "closed" }))
        .once("secureConnect", () => {
          settle(read(socket, target.host));
          // Says goodbye, so that the server logs no broken connection.
          socket.destroySoon();
        });

    let plain: Socket | undefined;
    let secure: TLSSocket | undefined;
    const connection = { host, port: target.port };
    if (target.starttls === undefined) {
      secure = watch(connectTls({ ...connection, ...tls }));
      secure.once("connect", () => {
        connected = true;
      });
    } else {
      plain = connectTcp(connection);
      plain.once("connect", () => {
        connected = true;
      });
      upgrade(plain, target.starttls, target.host, (socket, problem) => {
        if (problem !== undefined) return fail(problem);
        phase = "handshake";
        secure = watch(connectTls({ socket, ...tls }));
      });
    }
    if (options.signal?.aborted) cancel();
    else options.signal?.addEventListener("abort", cancel, { once: true });
  });
}

function read(socket: TLSSocket, host: string): Result<Handshake, ProbeProblem> {
  const chain: Uint8Array[] = [];
  for (
    let one = socket.getPeerX509Certificate();
    one !== undefined && chain.length < longestChain;
    one = one.issuerCertificate
  )
    chain.push(one.raw);
  const [leaf, ...others] = chain;
  if (leaf === undefined) return failure({ code: "no-certificate" });
  // Node's types say Error; what OpenSSL holds against a chain arrives as its code.
  const held: unknown = socket.authorizationError;
  const detail = typeof held === "string" ? held : held instanceof Error ? held.message : undefined;
  const { name, version } = socket.getCipher();
  return success({
    trust: trustOf(detail, detail !== undefined || covers(leaf, host)),
    ...(detail !== undefined && { detail }),
    chain: [leaf, ...others],
    sha256: hash("sha256", leaf),
    protocol: socket.getProtocol() ?? version,
    cipher: name,
    address: socket.remoteAddress ?? "",
  });
}

/** A leaf that cannot be read is for the verdict to name, not for the names. */
function covers(leaf: Uint8Array, host: string): boolean {
  const certificate = parseCertificate(leaf);
  return !certificate.ok || coversHost(certificate.value.alternativeNames, host);
}
