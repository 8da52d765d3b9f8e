import { parseIpAddress } from "../certificate/ip-address.ts";
import { type StarttlsProtocol, starttlsPorts } from "../handshake/starttls/protocols.ts";
import { failure, type Result, success } from "../result.ts";
import { addressSchemes } from "./address-schemes.ts";

/** A place where a certificate is served. */
export interface Target {
  /** As `URL.hostname` writes it: A-labels in lower case, IPv6 in brackets. */
  readonly host: string;
  readonly port: number;
  readonly starttls?: StarttlsProtocol;
}

/** Why a line names no host that can be asked. Closed: every code has a text in `messages/`. */
export type HostProblem = "too-long" | "wildcard" | "bad-host" | "bad-port" | "plain-http" | "unknown-scheme";

/** Characters of a line; an address with a long path still fits. */
export const longestLine = 4096;

/**
 * One entry of a list of hosts: `host`, `host:port`, an IP address (IPv6 in brackets where a port follows) or a URL, with
 * blanks, a comment after `#` or a byte order mark around it. Undefined: the line holds nothing. `starttls` is for entries
 * that do not name a protocol themselves; without a port each has its protocol's own.
 */
export function readHost(line: string, starttls?: StarttlsProtocol): Result<Target, HostProblem> | undefined {
  if (line.length > longestLine) return failure("too-long");
  // In a URL a # without a blank before it begins the fragment, which goes away as a comment does.
  const text = line
    .replace(/^\ufeff/, "")
    .replace(/#.*$/s, "")
    .trim();
  if (text === "") return undefined;
  const [, scheme, rest = text] = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/is.exec(text) ?? [];
  return scheme === undefined ? readAuthority(text, starttls, undefined) : readAddress(scheme.toLowerCase(), rest);
}

function readAddress(scheme: string, rest: string): Result<Target, HostProblem> {
  const authority = rest.replace(/[/?\\].*$/s, "").replace(/^.*@/s, "");
  if (scheme === "http")
    return /:\d+$/.test(authority) ? failure("plain-http") : readAuthority(authority, undefined, 443);
  const known = addressSchemes.get(scheme);
  if (known === undefined) return failure("unknown-scheme");
  return readAuthority(authority, known.starttls, known.port);
}

function readAuthority(
  text: string,
  starttls: StarttlsProtocol | undefined,
  usualPort: number | undefined,
): Result<Target, HostProblem> {
  if (text.includes("*")) return failure("wildcard");
  const { host: written, port: number } = split(text);
  const host = hostOf(written);
  if (host === undefined) return failure("bad-host");
  if (number !== undefined && !/^\d{1,5}$/.test(number)) return failure("bad-port");
  const port =
    number === undefined ? (usualPort ?? (starttls === undefined ? 443 : starttlsPorts[starttls])) : Number(number);
  if (port < 1 || port > 65535) return failure("bad-port");
  return success({ host, port, ...(starttls !== undefined && { starttls }) });
}

/** An IPv6 address without brackets has no port: it could not be told from a group. */
function split(text: string): { readonly host: string; readonly port: string | undefined } {
  if (/^[0-9a-f:.]*:[0-9a-f:.]*:[0-9a-f:.]*$/i.test(text)) return { host: `[${text}]`, port: undefined };
  const [, host = "", port] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/s.exec(text) ?? [];
  return { host, port };
}

/** A host name has 253 characters at most, a label 63 (RFC 1035 §2.3.4). */
function hostOf(written: string): string | undefined {
  if (written === "" || /[\s/\\?#@%"'<>()|^`,;]/.test(written)) return undefined;
  if (!URL.canParse(`https://${written}/`)) return undefined;
  const host = new URL(`https://${written}/`).hostname.replace(/\.$/, "");
  if (host.startsWith("[")) return host;
  // The URL standard reads "8443" and "127.1" as addresses, which nobody means here.
  if (parseIpAddress(host) !== undefined && parseIpAddress(written) === undefined) return undefined;
  // The URL standard takes more, such as "=1+1".
  if (!/^[a-z0-9._-]+$/.test(host)) return undefined;
  const labels = host.split(".");
  return host.length <= 253 && labels.every((label) => label.length > 0 && label.length <= 63) ? host : undefined;
}

/** `host:port`, with `protocol://` before it where one was asked for: two targets are the same if theirs are. */
export const targetKey = ({ host, port, starttls }: Target): string =>
  `${starttls === undefined ? "" : `${starttls}://`}${host}:${port}`;
