import type { Certificate } from "../certificate/certificate.ts";
import { formatIpAddress, parseIpAddress } from "../certificate/ip-address.ts";
import { failure, type Result, success } from "../result.ts";
import { toAsciiHost } from "./host-name.ts";
import { type Audience, brokenRule, entryRules, hostRules, type NameProblemCode } from "./name-rules.ts";

/**
 * A name that a request may carry: A-labels in lower case (`*.` in front of a wildcard), or an address as
 * `formatIpAddress` writes it.
 */
export interface RequestName {
  readonly kind: "dns" | "ip";
  readonly value: string;
}

export interface NameProblem {
  readonly code: NameProblemCode;
  /** What was written: hostile text when it came out of a certificate. */
  readonly entry: string;
}

export interface RequestNames {
  /** Each name once, in the order of its first appearance. */
  readonly names: readonly RequestName[];
  readonly problems: readonly NameProblem[];
}

/**
 * One entry, as a person types it (host, wildcard, IDN, IPv4, IPv6 with or without brackets), to the name that goes
 * into the request.
 */
export function readRequestName(entry: string, audience: Audience = "public"): Result<RequestName, NameProblem> {
  const trimmed = entry.trim();
  const refuse = (code: NameProblemCode) => failure({ code, entry: trimmed });
  const octets = parseIpAddress(trimmed);
  const address = octets && formatIpAddress(octets);
  if (address !== undefined) return success({ kind: "ip", value: address });
  const brokenAsWritten = brokenRule(entryRules, trimmed, audience);
  if (brokenAsWritten !== undefined) return refuse(brokenAsWritten);
  const wildcard = trimmed.startsWith("*.") ? "*." : "";
  const host = toAsciiHost(trimmed.slice(wildcard.length));
  // The URL standard reads "127.1" and full-width digits as an address: nobody means that in a certificate.
  if (host === undefined || host === "" || parseIpAddress(host) !== undefined) return refuse("not-a-host");
  const broken = brokenRule(hostRules, wildcard + host, audience);
  return broken === undefined ? success({ kind: "dns", value: wildcard + host }) : refuse(broken);
}

/**
 * Pasted text, names set apart by white space, commas or semicolons, to names; what is not a name is told, and nothing
 * is dropped silently.
 */
export function readRequestNames(text: string, audience: Audience = "public"): RequestNames {
  return collect(
    text.split(/[\s,;]+/u).filter((entry) => entry !== ""),
    audience,
  );
}

/**
 * The names of a live certificate, for its renewal: the dns and ip names of its subject alternative name extension, or
 * its common name where it has none. The common name comes first, so that the new request has the same one.
 */
export function requestNamesFrom(
  certificate: Pick<Certificate, "subject" | "alternativeNames">,
  audience: Audience = "public",
): RequestNames {
  const entries = certificate.alternativeNames
    .filter(({ kind }) => kind === "dns" || kind === "ip")
    .map(({ value }) => value);
  const commonName = certificate.subject.flat().findLast((attribute) => attribute.oid === "2.5.4.3")?.value;
  const first = commonName !== undefined && (entries.length === 0 || entries.includes(commonName)) ? [commonName] : [];
  return collect([...first, ...entries], audience);
}

function collect(entries: readonly string[], audience: Audience): RequestNames {
  const names = new Map<string, RequestName>();
  const problems: NameProblem[] = [];
  for (const entry of entries) {
    const name = readRequestName(entry, audience);
    if (!name.ok) problems.push(name.problem);
    else if (!names.has(name.value.value)) names.set(name.value.value, name.value);
  }
  return { names: [...names.values()], problems };
}
