import { bytesOf, type Turn, textOf } from "./dialogue.ts";

/** Up to and with the next line feed. */
const line = (received: Uint8Array): number | undefined => {
  const at = received.indexOf(0x0a);
  return at < 0 ? undefined : at + 1;
};

/** Says a line (none if empty) and gives the next line that comes, without its end. */
export function* ask(say: string): Generator<Turn, string, Uint8Array> {
  const bytes = yield { say: bytesOf(say === "" ? "" : `${say}\r\n`), awaits: line };
  return textOf(bytes).replace(/\r?\n$/, "");
}

/** At most so many lines of one reply are read; real ones have a dozen. */
const mostLines = 200;

export interface NumberedReply {
  /** `250`; undefined where the server does not speak in numbered replies. */
  readonly code: string | undefined;
  /** What follows the code in each line. */
  readonly lines: readonly string[];
  readonly last: string;
}

/**
 * A reply of SMTP (RFC 5321 §4.2.1) and FTP (RFC 959 §4.2): `250-…` lines, then `250 …` with the same code. FTP's inner
 * lines may be anything.
 */
export function* askNumbered(say: string): Generator<Turn, NumberedReply, Uint8Array> {
  const first = yield* ask(say);
  const lines = [first.slice(4)];
  const [, code, separator] = /^(\d{3})(-| |$)/.exec(first) ?? [];
  if (code === undefined) return { code, lines, last: first };
  let last = first;
  let open = separator === "-";
  while (open) {
    last = yield* ask("");
    lines.push(last.slice(4));
    open = !(last.startsWith(`${code} `) || last === code);
    if (lines.length > mostLines) return { code: undefined, lines, last };
  }
  return { code, lines, last };
}

/** Lines until one that `ends`, that one last; undefined after too many. */
export function* askUntil(
  say: string,
  ends: (line: string) => boolean,
): Generator<Turn, readonly string[] | undefined, Uint8Array> {
  const lines = [yield* ask(say)];
  while (!ends(lines.at(-1) ?? "")) {
    if (lines.length > mostLines) return undefined;
    lines.push(yield* ask(""));
  }
  return lines;
}
