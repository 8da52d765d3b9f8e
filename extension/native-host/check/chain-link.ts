import { hash } from "node:crypto";
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

export function describeLink(der: Uint8Array, place: number): ChainLink {
  const sha256 = hash("sha256", der);
  const before = known.get(sha256);
  if (before !== undefined) return before;
  const parsed = parseCertificate(der);
  const link: ChainLink = {
    ...(parsed.ok && { subject: formatName(parsed.value.subject) }),
    sha256,
    ...(parsed.ok && { notAfter: new Date(parsed.value.notAfter).toISOString() }),
  };
  // Leaves do not come again.
  if (place > 0 && known.size < mostKnown) known.set(sha256, link);
  return link;
}
