import { probeCodes } from "../handshake/probe-problem.ts";

/**
 * Why a watched host's certificate could not be learnt. Closed: every code has a text in `messages/`.
 * Beside what a probe meets: what the browser or the extension itself stands in the way with.
 */
export const lookCodes = [
  ...probeCodes,
  "timed-out",
  "offline",
  "no-source",
  "blocked-port",
  "no-site-access",
  "not-told",
  "needs-companion",
  "companion-failing",
] as const;

export type LookCode = (typeof lookCodes)[number];

export interface LookProblem {
  readonly code: LookCode;
  /** The other side's own words. Hostile text. */
  readonly detail?: string;
}

/** Codes that say nothing of the host: nobody here could ask. Any other problem says more. */
const ofThisSide: ReadonlySet<LookCode> = new Set([
  "no-source",
  "blocked-port",
  "no-site-access",
  "not-told",
  "needs-companion",
  "companion-failing",
]);

export const isOfThisSide = ({ code }: LookProblem): boolean => ofThisSide.has(code);

/** Codes that every host gives while there is no network, and few hosts give otherwise. */
const ofTheNetwork: ReadonlySet<LookCode> = new Set(["offline", "name-lookup-failed", "unreachable"]);

export const isOfTheNetwork = ({ code }: LookProblem): boolean => ofTheNetwork.has(code);

/** The problem as one line, for the record of a check: `code`, or `code: words`. */
export const lookDetail = ({ code, detail }: LookProblem): string =>
  detail === undefined || detail === "" ? code : `${code}: ${detail}`;

/** Reads what `lookDetail` wrote; any other text (an import's, say) is somebody's words. */
export function readLookDetail(text: string): LookProblem {
  const [, head, detail] = /^([a-z-]+)(?:: (.*))?$/s.exec(text) ?? [];
  const code = lookCodes.find((one) => one === head);
  if (code === undefined) return { code: "failed", detail: text };
  return { code, ...(detail !== undefined && { detail }) };
}
