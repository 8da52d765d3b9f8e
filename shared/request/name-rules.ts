import { unicodeHost } from "../certificate/host-names.ts";

/** Why an entry cannot stand in a certificate request. */
export type NameProblemCode =
  | "empty"
  | "web-address"
  | "port"
  | "trailing-dot"
  | "bare-wildcard"
  | "partial-wildcard"
  | "bad-character"
  | "not-a-host"
  | "underscore"
  | "empty-label"
  | "hyphen"
  | "too-long-label"
  | "too-long-name"
  | "single-label";

/**
 * Who is going to sign: a public authority follows the Baseline Requirements, a private one (a company's own) need not.
 */
export type Audience = "public" | "private";

interface NameRule {
  readonly code: NameProblemCode;
  /** A rule for `public` alone is passed over for a private authority. */
  readonly audience: "all" | "public";
  readonly breaks: (text: string) => boolean;
}

const withoutWildcard = (name: string): string => name.replace(/^\*\./, "");
const labelsOf = (name: string): readonly string[] => withoutWildcard(name).split(".");

/** Rules over what the user wrote, trimmed, before it is turned into A-labels. The first that breaks is reported. */
export const entryRules: readonly NameRule[] = [
  { code: "empty", audience: "all", breaks: (entry) => entry === "" },
  { code: "web-address", audience: "all", breaks: (entry) => /^[a-z][a-z0-9+.-]*:\/\/|[a-z]\//i.test(entry) },
  { code: "port", audience: "all", breaks: (entry) => /^([^:]+|\[.*\]):\d+$/.test(entry) },
  // IA5String of "www.example.com." is another string than the one a client compares with (RFC 6125 §6.4.1; BR
  // §7.1.2.7.12).
  { code: "trailing-dot", audience: "all", breaks: (entry) => /[.\u3002\uff0e\uff61]$/.test(entry) },
  { code: "bare-wildcard", audience: "all", breaks: (entry) => entry === "*" },
  // RFC 6125 §6.4.3, BR §1.6.1 "Wildcard Domain Name": the whole leftmost label, once.
  { code: "partial-wildcard", audience: "all", breaks: (entry) => withoutWildcard(entry).includes("*") },
  // What the URL parser would take for a path, a password, a percent escape or an address instead of a host.
  {
    code: "bad-character",
    audience: "all",
    breaks: (entry) => /[^A-Za-z0-9._*\u0080-\u{10ffff}-]|\p{Cc}|\p{Cs}/u.test(entry),
  },
];

/**
 * Rules over the name in A-labels, lower case, with `*.` in front where it is a wildcard. The first that breaks is
 * reported.
 */
export const hostRules: readonly NameRule[] = [
  { code: "underscore", audience: "public", breaks: (name) => name.includes("_") },
  { code: "bad-character", audience: "all", breaks: (name) => !/^[a-z0-9._*-]+$/.test(name) },
  { code: "empty-label", audience: "all", breaks: (name) => labelsOf(name).includes("") },
  // RFC 1035 §2.3.4: 63 octets a label, 253 characters a name.
  { code: "too-long-label", audience: "all", breaks: (name) => labelsOf(name).some((label) => label.length > 63) },
  { code: "too-long-name", audience: "all", breaks: (name) => name.length > 253 },
  // BR §7.1.2.7.12: P-labels (xn--) or non-reserved LDH labels only, so no hyphens third and fourth otherwise.
  {
    code: "hyphen",
    audience: "all",
    breaks: (name) => labelsOf(name).some((label) => /^-|-$|^(?!xn)..--/.test(label)),
  },
  // Some platforms' URL parsers pass A-labels over unread. A label that IDNA does not give back is refused (BR
  // §7.1.2.7.12, "P-Label").
  {
    code: "not-a-host",
    audience: "all",
    breaks: (name) => /(^|\.)xn--/.test(name) && unicodeHost(withoutWildcard(name)) === withoutWildcard(name),
  },
  // A wildcard directly under a top-level domain, and an internal name: no public authority can validate either (BR
  // §3.2.2.6, §7.1.2.7.12).
  { code: "bare-wildcard", audience: "public", breaks: (name) => name.startsWith("*.") && labelsOf(name).length === 1 },
  { code: "single-label", audience: "public", breaks: (name) => labelsOf(name).length === 1 },
];

/** The code of the first rule of a table that a text breaks. */
export function brokenRule(rules: readonly NameRule[], text: string, audience: Audience): NameProblemCode | undefined {
  return rules.find((rule) => (rule.audience === "all" || audience === "public") && rule.breaks(text))?.code;
}
