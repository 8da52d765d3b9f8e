import type { AlternativeName } from "./certificate.ts";
import { formatIpAddress, parseIpAddress } from "./ip-address.ts";
import { decodePunycode } from "./punycode.ts";

/** Whether a host, as `URL.hostname` writes it (brackets or not), is an IP address. */
export const isIpAddress = (host: string): boolean => parseIpAddress(host) !== undefined;

/**
 * Whether a certificate with these names is for this host, given as `URL.hostname` writes it (A-labels; RFC 9525 §6).
 * Addresses are compared with addresses only, a wildcard stands for exactly one leftmost label, and the common name of
 * the subject does not count.
 */
export function coversHost(names: readonly AlternativeName[], host: string): boolean {
  const wanted = namesForHost(host);
  return names.some((name) => {
    const written = nameForHosts(name);
    return written !== undefined && wanted.includes(written);
  });
}

/** The names of a certificate of which any covers the host, as `nameForHosts` writes them: an index is asked for these. */
export function namesForHost(host: string): readonly string[] {
  const octets = parseIpAddress(host);
  if (octets !== undefined) return [formatIpAddress(octets) ?? host];
  const wanted = host.toLowerCase().replace(/\.$/, "");
  if (wanted === "" || wanted.includes("*")) return [];
  const parent = wanted.slice(wanted.indexOf(".") + 1);
  // Browsers take no wildcard right below a top-level domain.
  return /^[^.]+\..*\./.test(wanted) ? [wanted, `*.${parent}`] : [wanted];
}

/** One spelling of a name for all its hosts; undefined where it is for none: an address in a dNSName counts for nothing. */
export function nameForHosts({ kind, value }: AlternativeName): string | undefined {
  const octets = kind === "dns" || kind === "ip" ? parseIpAddress(value) : undefined;
  if (kind === "dns") return octets === undefined ? value.toLowerCase() : undefined;
  return octets && formatIpAddress(octets);
}

/**
 * The Unicode form of a host for display, `bücher.example` for `xn--bcher-kva.example`; the host itself where there is none
 * or where its A-labels are not what IDNA makes of that form. Show both when they differ: letters of other scripts look alike.
 */
export function unicodeHost(host: string): string {
  const labels = host.toLowerCase().split(".");
  const decoded = labels.map((label) => (label.startsWith("xn--") ? decodeLabel(label) : label));
  if (!host.toLowerCase().includes("xn--") || decoded.includes(undefined)) return host;
  const unicode = decoded.join(".");
  // The way back through the platform's own IDNA refuses what is invisible, not normalised or not allowed at all.
  return asciiHost(unicode) === labels.join(".") ? unicode : host;
}

/** A label has 63 octets at most (RFC 1035 §2.3.4), which also keeps a hostile one from costing time. */
const decodeLabel = (label: string): string | undefined =>
  label.length > 63 ? undefined : decodePunycode(label.slice("xn--".length));

function asciiHost(host: string): string | undefined {
  return URL.canParse(`https://${host}/`) ? new URL(`https://${host}/`).hostname : undefined;
}
