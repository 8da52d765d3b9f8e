import { hash } from "node:crypto";
import { connect as connectTcp, isIP, type Socket } from "node:net";
import { connect as connectTls, type DetailedPeerCertificate, type SecureContext, type TLSSocket } from "node:tls";
import type { Certificate } from "../../../shared/certificate/certificate.ts";
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
  /** The leaf's facts; undefined where it cannot be read. */
  readonly certificate: Certificate | undefined;
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
  return new Promise((resolve) => {
    let phase: Phase = "connect";
    const settle = (outcome: Result<Handshake, ProbeProblem>): void => {
      clearTimeout(timer);
      options.signal?.removeEventListener("abort", cancel);
      resolve(outcome);
    };
    const fail = (problem: ProbeProblem): void => {
      settle(failure(problem));
      plain.destroy();
      secure?.destroy();
    };
    const cancel = (): void => fail({ code: "cancelled" });
    const timer = setTimeout(() => fail({ code: `${phase}-timeout` }), options.timeout);

    // The connection first: a host that refuses it then costs no TLS state, which is what weighs in a long list.
    const plain = connectTcp({ host, port: target.port });
    let secure: TLSSocket | undefined;
    const shakeHands = (): void => {
      phase = "handshake";
      plain.removeListener("close", onEarlyClose);
      secure = startTls(plain, host, options.authorities);
      secure.on("error", (error) => fail(probeProblemOf(error)));
      secure.once("close", () => fail({ code: "closed" }));
      secure.once("secureConnect", () => {
        if (secure === undefined) return;
        settle(read(secure, target.host));
        // Says goodbye, so that the server logs no broken connection.
        secure.destroySoon();
      });
    };
    const onEarlyClose = (): void => fail({ code: "closed" });
    plain.on("error", (error) => fail(probeProblemOf(error))).once("close", onEarlyClose);
    plain.once("connect", () => {
      if (target.starttls === undefined) return shakeHands();
      phase = "starttls";
      upgrade(plain, target.starttls, target.host, (problem) => (problem ? fail(problem) : shakeHands()));
    });
    if (options.signal?.aborted) cancel();
    else options.signal?.addEventListener("abort", cancel, { once: true });
  });
}

function startTls(socket: Socket, host: string, secureContext: SecureContext): TLSSocket {
  const secure = connectTls({
    socket,
    secureContext,
    rejectUnauthorized: false,
    // Names are compared by the same rules as everywhere in this product, …
    checkServerIdentity: () => undefined,
    // RFC 6066 §3: no addresses in the server name.
    servername: isIP(host) === 0 ? host : "",
  });
  // … so what Node would hand to that check need not be made: its old form of a chain costs as much as the handshake.
  secure.getPeerCertificate = noLegacyCertificate;
  return secure;
}

const noLegacyCertificate = (): DetailedPeerCertificate => Object.create(null);

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
  const parsed = parseCertificate(leaf);
  const certificate = parsed.ok ? parsed.value : undefined;
  // A leaf that cannot be read is for the verdict to name.
  const covered = certificate === undefined || coversHost(certificate.alternativeNames, host);
  return success({
    trust: trustOf(detail, covered),
    ...(detail !== undefined && { detail }),
    certificate,
    chain: [leaf, ...others],
    sha256: hash("sha256", leaf),
    protocol: socket.getProtocol() ?? version,
    cipher: name,
    address: socket.remoteAddress ?? "",
  });
}
