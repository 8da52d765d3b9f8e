import type { Certificate, PublicKey } from "../../../shared/certificate/certificate.ts";
import { formatName } from "../../../shared/certificate/distinguished-name.ts";
import type { ProbeCode, ProbeProblem } from "../../../shared/handshake/probe-problem.ts";
import type { StarttlsProtocol } from "../../../shared/handshake/starttls/protocols.ts";
import { checkReasonText, hostProblemText, probeText } from "../../../shared/messages/en/check.ts";
import type { DistrustedIssuer } from "../../../shared/renewal/distrust.ts";
import type { Result } from "../../../shared/result.ts";
import { judge } from "../../../shared/verdict/judge.ts";
import { defaultThresholds, type Level } from "../../../shared/verdict/verdict.ts";
import type { HostProblem, Target } from "../../../shared/watch/host-list.ts";
import type { Handshake } from "../probe/probe.ts";
import { type ChainLink, describeLink, linkOf } from "./chain-link.ts";

/** One host's outcome: what `--format json` prints of it. Text out of certificates and servers is hostile. */
export interface CheckRecord {
  /** An IPv6 address without brackets; for a line that names no host, the line. */
  readonly host: string;
  readonly port?: number;
  readonly starttls?: StarttlsProtocol;
  readonly level: Level;
  /** Gravest first. */
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
  /** Milliseconds. */
  readonly remaining?: number;
  /** ISO 8601, UTC. */
  readonly notBefore?: string;
  readonly notAfter?: string;
  readonly names?: readonly string[];
  /** RFC 4514. */
  readonly issuer?: string;
  readonly serial?: string;
  readonly sha256?: string;
  /** `ec-p256`, `rsa-2048`, `ed25519` … */
  readonly keyType?: string;
  /** As the server sent it, the leaf first. */
  readonly chain?: readonly ChainLink[];
  readonly protocol?: string;
  readonly cipher?: string;
  readonly address?: string;
  /** Why there is no certificate; the reasons have the sentence. */
  readonly error?: ProbeCode | HostProblem;
}

export interface Judging {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly distrust: readonly DistrustedIssuer[];
}

/** The outcome for a host that was asked. */
export function recordOf(
  target: Target,
  outcome: Result<Handshake, ProbeProblem>,
  { now, distrust }: Judging,
): CheckRecord {
  const place = {
    host: target.host.replace(/^\[|\]$/g, ""),
    port: target.port,
    ...(target.starttls !== undefined && { starttls: target.starttls }),
  };
  if (!outcome.ok) {
    const { code } = outcome.problem;
    return { ...place, level: "unknown", reasons: [{ code, text: probeText(outcome.problem) }], error: code };
  }
  const { trust, detail, certificate, chain, sha256, protocol, cipher, address } = outcome.value;
  const { origin } = new URL(`https://${target.host}:${target.port}`);
  const observation = {
    origin,
    via: "native-host",
    seenAt: now,
    trust,
    leaf: chain[0],
    sha256,
    ...(detail !== undefined && { detail }),
  } as const;
  const verdict = judge({ observation, now, thresholds: defaultThresholds, distrust });
  const [, ...above] = chain;
  return {
    ...place,
    level: verdict.level,
    reasons: verdict.reasons.map((reason) => ({ code: reason.code, text: checkReasonText(reason) })),
    ...(verdict.remaining !== undefined && { remaining: verdict.remaining }),
    ...(verdict.notBefore !== undefined && { notBefore: new Date(verdict.notBefore).toISOString() }),
    ...(verdict.notAfter !== undefined && { notAfter: new Date(verdict.notAfter).toISOString() }),
    ...(certificate && factsOf(certificate)),
    sha256,
    chain: [linkOf(certificate, sha256), ...above.map(describeLink)],
    protocol,
    cipher,
    address,
  };
}

/** The outcome for a line of a list that names no host. */
export const refusedRecord = (line: string, problem: HostProblem): CheckRecord => ({
  host: line
    .replace(/^\ufeff/, "")
    .trim()
    .slice(0, 100),
  level: "unknown",
  reasons: [{ code: problem, text: hostProblemText(problem) }],
  error: problem,
});

const factsOf = ({ alternativeNames, issuer, serial, publicKey }: Certificate) => ({
  names: alternativeNames.map(({ value }) => value),
  issuer: formatName(issuer),
  serial,
  keyType: keyType(publicKey),
});

function keyType({ algorithm, bits, curve, parameterSet }: PublicKey): string {
  if (parameterSet !== undefined) return parameterSet.toLowerCase();
  if (algorithm === "ec") return curve === undefined ? "ec" : `ec-${curve.replace("-", "").toLowerCase()}`;
  return algorithm === "rsa" || algorithm === "rsa-pss" ? `${algorithm}-${bits}` : algorithm;
}
