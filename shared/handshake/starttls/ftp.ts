import { type Dialogue, ready, refused, unexpected } from "./dialogue.ts";
import { askNumbered } from "./line-dialogue.ts";

/** RFC 4217 §4. */
export function* ftp(): Dialogue {
  const greeting = yield* askNumbered("");
  if (greeting.code !== "220") return greeting.code === undefined ? unexpected(greeting.last) : refused(greeting.last);
  const answer = yield* askNumbered("AUTH TLS");
  if (answer.code === "234") return ready;
  return answer.code === undefined ? unexpected(answer.last) : refused(answer.last);
}
