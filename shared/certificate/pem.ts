import { failure, type Result, success } from "../result.ts";
import { fromBase64, toBase64 } from "./base64.ts";

/** One encapsulated text (RFC 7468). */
export interface PemBlock {
  /** `CERTIFICATE`, `PRIVATE KEY` … */
  readonly label: string;
  readonly der: Uint8Array<ArrayBuffer>;
  /** Header lines of RFC 1421, e.g. `DEK-Info: AES-256-CBC,…`: with those, `der` is encrypted. */
  readonly headers: readonly string[];
}

/** `offset` counts UTF-16 units from the start of the text to the block's BEGIN line. */
export interface PemProblem {
  readonly code: "no-block" | "no-end" | "bad-base64";
  readonly offset: number;
}

const begin = "-----BEGIN ";
const dashes = "-----";

/** RFC 7468 text with lines of 64 characters, each ended by LF. */
export function toPem(label: string, der: Uint8Array): string {
  const lines = toBase64(der).match(/.{1,64}/g) ?? [];
  return [`${begin}${label}${dashes}`, ...lines, `-----END ${label}${dashes}`, ""].join("\n");
}

/**
 * Every block of a text, in order, at least one. Lines may be of any width and end in CR, LF or spaces, or all be one line
 * (as it comes out of a form or a mail); text around the blocks is passed over. One broken block fails the whole text,
 * for a chain with a certificate missing is worse than a message.
 */
export function readPem(text: string): Result<readonly PemBlock[], PemProblem> {
  const blocks: PemBlock[] = [];
  // By indexOf: a regular expression over "anything up to END" takes quadratic time on text that holds BEGIN only.
  for (let offset = text.indexOf(begin); offset >= 0; ) {
    const labelStart = offset + begin.length;
    const labelEnd = text.indexOf(dashes, labelStart);
    const bodyEnd = labelEnd < 0 ? -1 : text.indexOf(dashes, labelEnd + dashes.length);
    const label = text.slice(labelStart, labelEnd);
    const end = `-----END ${label}${dashes}`;
    if (bodyEnd < 0 || !text.startsWith(end, bodyEnd)) return failure({ code: "no-end", offset });

    const { headers, base64 } = splitHeaders(text.slice(labelEnd + dashes.length, bodyEnd));
    const der = fromBase64(base64);
    if (der === undefined) return failure({ code: "bad-base64", offset });
    blocks.push({ label, der, headers });
    offset = text.indexOf(begin, bodyEnd + end.length);
  }
  return blocks.length > 0 ? success(blocks) : failure({ code: "no-block", offset: 0 });
}

/** RFC 1421 §4.4: header lines, then an empty line, then the base64, in which no colon occurs. */
function splitHeaders(body: string): { readonly headers: readonly string[]; readonly base64: string } {
  const trimmed = body.trim();
  const gap = trimmed.includes(":") ? trimmed.search(/\n[ \t]*\r?\n|\r[ \t]*\r/) : 0;
  const headers = trimmed
    .slice(0, Math.max(gap, 0))
    .split(/[\r\n]+/)
    .filter((line) => line !== "");
  // White space of every kind, for web pages add some that atob does not know.
  return { headers, base64: trimmed.slice(Math.max(gap, 0)).replace(/\s/g, "") };
}
