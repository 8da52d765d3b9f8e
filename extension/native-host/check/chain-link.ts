import { hash } from "node:crypto";
import type { Certificate } from "../../../shared/certificate/certificate.ts";
import { formatName } from "../../../shared/certificate/distinguished-name.ts";
import { parseCertificate } from "../../../shared/certificate/parse-certificate.ts";

/** One certificate of a chain. The subject is hostile text (RFC 4514); both facts are absent where it cannot be read. */
export interface ChainLink {
  readonly subject?: string;
  readonly sha256: string;
  /** ISO 8601, UTC. */
  readonly notAfter?: string;
}

/** Few intermediates serve most sites: each is read once. */
const known = new Map<string, ChainLink>();
const mostKnown = 500;

export function describeLink(der: Uint8Array): ChainLink {
  const sha256 = hash("sha256", der);
  const before = known.get(sha256);
  if (before !== undefined) return before;
  const parsed = parseCertificate(der);
  const link = linkOf(parsed.ok ? parsed.value : undefined, sha256);
  if (known.size < mostKnown) known.set(sha256, link);
  return link;
}

export const linkOf = (certificate: Certificate | undefined, sha256: string): ChainLink => ({
  ...(certificate && { subject: formatName(certificate.subject) }),
  sha256,
  ...(certificate && { notAfter: new Date(certificate.notAfter).toISOString() }),
});
