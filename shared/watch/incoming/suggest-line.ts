import { readHost } from "../host-list.ts";
import type { LineProblem } from "./incoming.ts";

const schemeAnd = /^[a-z][a-z0-9+.-]*:\/\//i;
const authorityOf = (entry: string): string => entry.replace(schemeAnd, "").replace(/[/?#\\].*$/s, "");

const guesses: Readonly<Partial<Record<LineProblem["code"], (entry: string) => string>>> = {
  wildcard: (entry) => authorityOf(entry).replace(/^\*\.(?=[^*]+$)/, ""),
  "plain-http": (entry) => `https://${authorityOf(entry).replace(/:\d+$/, "")}`,
  "bad-port": (entry) => authorityOf(entry).replace(/:[^:\]]*$/, ""),
  "unknown-scheme": authorityOf,
  // A path without a scheme before it; a number behind the slash is a network's, not a path.
  "bad-host": (entry) => (/^[^/\s]+\/(?!\d+$)/.test(entry) ? authorityOf(entry) : ""),
};

/** What a line that cannot be used may mean, as a line that can; undefined where there is no telling. */
export function suggestLine(written: string, code: LineProblem["code"]): string | undefined {
  const entry = written.trim();
  if (entry.length > 500) return undefined;
  const guess = guesses[code]?.(entry) ?? "";
  return guess !== "" && guess.includes(".") && readHost(guess)?.ok === true ? guess : undefined;
}
