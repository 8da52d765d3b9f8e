import { type Dialogue, ready, refused, unexpected } from "./dialogue.ts";
import { ask, askNumbered, askUntil } from "./line-dialogue.ts";

/** RFC 3207. The name after EHLO is one that can belong to nobody (RFC 2606 §2). */
export function* smtp(): Dialogue {
  const greeting = yield* askNumbered("");
  if (greeting.code !== "220") return unexpected(greeting.last);
  const hello = yield* askNumbered("EHLO notafter.invalid");
  if (hello.code !== "250") return hello.code === undefined ? unexpected(hello.last) : refused(hello.last);
  if (!hello.lines.some((line) => /^STARTTLS\b/i.test(line))) return refused(hello.last);
  const answer = yield* askNumbered("STARTTLS");
  if (answer.code === "220") return ready;
  return answer.code === undefined ? unexpected(answer.last) : refused(answer.last);
}

/** RFC 9051 §6.2.1. */
export function* imap(): Dialogue {
  const greeting = yield* ask("");
  if (!/^\* OK\b/i.test(greeting)) return /^\* /.test(greeting) ? refused(greeting) : unexpected(greeting);
  const lines = yield* askUntil("a1 STARTTLS", (line) => !line.startsWith("* "));
  const last = lines?.at(-1) ?? "";
  if (/^a1 OK\b/i.test(last)) return ready;
  return /^a1 (NO|BAD)\b/i.test(last) ? refused(last) : unexpected(last);
}

/** RFC 2595 §4. */
export function* pop3(): Dialogue {
  const greeting = yield* ask("");
  if (!/^\+OK\b/i.test(greeting)) return /^-ERR\b/i.test(greeting) ? refused(greeting) : unexpected(greeting);
  const answer = yield* ask("STLS");
  if (/^\+OK\b/i.test(answer)) return ready;
  return /^-ERR\b/i.test(answer) ? refused(answer) : unexpected(answer);
}

const sieveEnd = (line: string): boolean => /^(OK|NO|BYE)\b/i.test(line);

/** ManageSieve, RFC 5804 §1.7 and §2.2: capabilities, then OK. */
export function* sieve(): Dialogue {
  const greeting = yield* askUntil("", (line) => sieveEnd(line) || !line.startsWith('"'));
  const end = greeting?.at(-1) ?? "";
  if (!/^OK\b/i.test(end)) return sieveEnd(end) ? refused(end) : unexpected(end);
  if (!greeting?.some((line) => /^"STARTTLS"/i.test(line))) return refused(end);
  const answer = yield* ask("STARTTLS");
  if (/^OK\b/i.test(answer)) return ready;
  return sieveEnd(answer) ? refused(answer) : unexpected(answer);
}
