import { failure, type Result, success } from "../result.ts";
import type { TokenValues } from "./tokens.ts";

/** What a link to a guide may carry in its URL fragment: nothing secret, one host name, no order ids. */
export interface Personalisation {
  /** `d` and `f`. Safe to stand in a command: never a blank, a quote or a shell's special character. */
  readonly values: TokenValues;
  /** The name that `d` held if it was a wildcard (`*.example.com`): for headings alone, because `*` is special to shells. */
  readonly wildcard?: string;
  /** `os`: `debian` or `rhel`. */
  readonly os?: "debian" | "rhel";
  /** `ca`: id of an authority, well formed; whether it exists is the reader's to check. */
  readonly authority?: string;
  /** `x`: ISO date on which the old certificate ends. */
  readonly expires?: string;
  /** `sugg`: id of the platform that the chooser should suggest, well formed; whether it exists is the reader's to check. */
  readonly suggestion?: string;
  /** `at`: id of the heading to scroll to. */
  readonly at?: string;
}

/** Why a fragment is not taken. `no-personalisation` is an ordinary anchor or nothing at all. */
export interface FragmentProblem {
  readonly code: "no-personalisation" | "too-long" | "unknown-version" | "unknown-key" | "repeated-key" | "bad-value";
  /** The key as it was written, for all but the first two codes. Hostile text. */
  readonly key?: string;
}

/** Longer than the longest values of all keys together. */
const longestFragment = 640;

const isHost = (value: string): boolean =>
  value.length <= 253 &&
  /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i.test(value);
const isWildcard = (value: string): boolean =>
  value.length <= 253 && value.startsWith("*.") && isHost(hostOfWildcard(value));
const isId = (value: string): boolean => /^[a-z0-9][a-z0-9-]{0,39}$/.test(value);

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** Every key with the values it may have: an allow-list, because a page makes commands to paste of them. */
const accepts: Readonly<Record<string, (value: string) => boolean>> = {
  v: (value) => value === "1",
  d: (value) => isHost(value) || isWildcard(value),
  f: (value) => /^[A-Za-z0-9_][A-Za-z0-9._-]{0,79}$/.test(value),
  os: (value) => value === "debian" || value === "rhel",
  ca: isId,
  x: isDate,
  sugg: isId,
  at: (value) => /^[a-z0-9][a-z0-9-]{0,79}$/.test(value),
};

/**
 * The host that stands in commands for a wildcard: `www.` under it. It is a name that the certificate covers, almost always exists, and
 * can be pasted into a shell. Where the site was seen, its own host is better and is to be written instead.
 */
export const hostOfWildcard = (name: string): string => name.replace(/^\*\./, "www.");

/** The base name of files for a host or a wildcard: `*` would be expanded by a shell. */
export const fileOf = (name: string): string => name.replace(/^\*\./, "wildcard.").slice(0, 80);

/**
 * Reads a URL's fragment, with or without its `#`. One bad value refuses the whole: nothing is taken from a link that somebody has
 * tampered with. No percent-encoding is read, because no value that is accepted needs any.
 */
export function readFragment(fragment: string): Result<Personalisation, FragmentProblem> {
  const text = fragment.startsWith("#") ? fragment.slice(1) : fragment;
  if (!text.includes("=")) return failure({ code: "no-personalisation" });
  if (text.length > longestFragment) return failure({ code: "too-long" });
  const given = new Map<string, string>();
  for (const pair of text.split("&")) {
    const cut = pair.indexOf("=");
    const key = cut < 0 ? pair : pair.slice(0, cut);
    const value = cut < 0 ? "" : pair.slice(cut + 1);
    if (given.has(key)) return failure({ code: "repeated-key", key });
    if (!Object.hasOwn(accepts, key)) return failure({ code: "unknown-key", key });
    if (!accepts[key]?.(value)) return failure({ code: key === "v" ? "unknown-version" : "bad-value", key });
    given.set(key, value);
  }
  return given.has("v") ? success(personalisationOf(given)) : failure({ code: "unknown-version", key: "v" });
}

function personalisationOf(given: ReadonlyMap<string, string>): Personalisation {
  const name = given.get("d");
  const file = given.get("f");
  const os = given.get("os");
  const authority = given.get("ca");
  const expires = given.get("x");
  const suggestion = given.get("sugg");
  const at = given.get("at");
  return {
    values: {
      ...(name === undefined ? {} : { domain: hostOfWildcard(name) }),
      ...(file === undefined ? {} : { file }),
    },
    ...(name?.startsWith("*.") ? { wildcard: name } : {}),
    ...(os === "debian" || os === "rhel" ? { os } : {}),
    ...(authority === undefined ? {} : { authority }),
    ...(expires === undefined ? {} : { expires }),
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(at === undefined ? {} : { at }),
  };
}

/**
 * Writes the fragment, with its `#`. A value that `readFragment` would refuse is left out (it came out of a certificate, perhaps):
 * the guide then opens with its own default there, instead of not being personalised at all.
 */
export function writeFragment(personalisation: Personalisation): string {
  const { values, wildcard, os, authority, expires, suggestion, at } = personalisation;
  const pairs: readonly (readonly [string, string | undefined])[] = [
    ["d", wildcard ?? values.domain],
    ["f", values.file],
    ["os", os],
    ["ca", authority],
    ["x", expires],
    ["sugg", suggestion],
    ["at", at],
  ];
  const written = pairs.flatMap(([key, value]) =>
    value !== undefined && accepts[key]?.(value) ? [`&${key}=${value}`] : [],
  );
  return `#v=1${written.join("")}`;
}
