import type { StarttlsProtocol } from "../../handshake/starttls/protocols.ts";
import { failure, type Result, success } from "../../result.ts";
import type { WatchWish } from "../add-hosts.ts";
import { type HostProblem, longestLine, readHost } from "../host-list.ts";
import { collectLines, mostLines } from "./found-lines.ts";
import { isHostHead } from "./head-words.ts";
import { found, type Incoming, refused } from "./incoming.ts";

/**
 * A list of hosts as people keep and paste it: one a line or several with commas or blanks between them, in quotation
 * marks, as bullets, with comments after `#`; a first line that only names the column. `starttls` is for entries without a
 * protocol of their own.
 */
export function readList(text: string, starttls?: StarttlsProtocol): Incoming {
  const lines = collectLines();
  let count = 0;
  for (let at = 0, line = 1; at <= text.length; line++) {
    const end = lineEnd(text, at);
    const written = text.slice(at, Math.min(end, at + longestLine + 1));
    at = text[end] === "\r" && text[end + 1] === "\n" ? end + 2 : end + 1;
    if (written.trim() === "") continue;
    if (count === 0 && at <= text.length && isHostHead(bare(written))) continue;
    const entries = readEntries(written, starttls);
    count += entries.length;
    if (count > mostLines) return refused("too-many-lines");
    for (const entry of entries) lines.add(line, entry.written, entry.wish);
  }
  return found(lines.found());
}

function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || unit === 13) return at;
  }
  return text.length;
}

/** A line without its bullet, and without what mails and spreadsheets put around an address. */
const bare = (line: string): string =>
  line
    .trim()
    .replace(/^(?:[-*•·]|\d{1,6}[.)])\s+/, "")
    .replace(/[,;]+$/, "")
    .replace(/^<(.*)>$|^"(.*)"$|^'(.*)'$/, "$1$2$3");

const mostInLine = 500;

interface Entry {
  readonly written: string;
  readonly wish: Result<WatchWish, HostProblem>;
}

function readEntries(line: string, starttls: StarttlsProtocol | undefined): readonly Entry[] {
  if (line.length > longestLine) return [{ written: line, wish: failure("too-long") }];
  const written = bare(line);
  const whole = readHost(written, starttls);
  if (whole === undefined) return [];
  if (!whole.ok && whole.problem === "bad-host") {
    const parts = written
      .replace(/(?:^|\s)#.*$/, "")
      .split(/[\s,;|]+/)
      .filter((part) => part !== "")
      .slice(0, mostInLine)
      .map((part) => ({ part: bare(part), target: readHost(bare(part), starttls) }));
    // Words of a sentence are no hosts, however many of them could be names: each has to look like one.
    const wishes = parts.flatMap(({ part, target }) =>
      target?.ok === true && /[.:]/.test(part) ? [{ written: part, wish: success(target.value) }] : [],
    );
    if (parts.length > 1 && parts.length < mostInLine && wishes.length === parts.length) return wishes;
  }
  return [{ written, wish: whole }];
}
