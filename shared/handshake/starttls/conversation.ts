import { mysql, postgres } from "./databases.ts";
import { type Dialogue, type Ending, type Turn, textOf, unexpected } from "./dialogue.ts";
import { ftp } from "./ftp.ts";
import { ldap } from "./ldap.ts";
import { imap, pop3, sieve, smtp } from "./mail.ts";
import type { StarttlsProtocol } from "./protocols.ts";
import { xmpp } from "./xmpp.ts";

/** The most bytes that a server may say before TLS; what is more is not one of these protocols. */
export const mostClearBytes = 64 * 1024;

/** Where a conversation stands: what is to be sent now, and how it ended, if it did. */
export interface Progress {
  readonly send: Uint8Array;
  readonly ending: Ending | undefined;
}

export interface Conversation {
  /** What the client says unasked, if the protocol has it speak first. Called once, before `receive`. */
  start(): Progress;
  /** Takes bytes as they arrive, in any pieces. After an ending it must not be called again. */
  receive(bytes: Uint8Array): Progress;
}

const dialogues: Readonly<Record<StarttlsProtocol, (host: string) => Dialogue>> = {
  smtp,
  imap,
  pop3,
  ftp,
  ldap,
  postgres,
  mysql,
  xmpp,
  sieve,
};

/** The clear-text part of a STARTTLS connection to `host` as a state machine without a socket. Never throws. */
export function converse(protocol: StarttlsProtocol, host: string): Conversation {
  const dialogue = dialogues[protocol](host);
  let buffer = new Uint8Array(0);
  let total = 0;
  let turn: Turn | undefined;

  function advance(next: IteratorResult<Turn, Ending>): Progress {
    const sent: Uint8Array[] = [];
    for (let step = next; ; ) {
      if (step.done) return { send: join(sent), ending: settled(step.value) };
      turn = step.value;
      sent.push(turn.say);
      const length = turn.awaits(buffer);
      if (length === undefined) return { send: join(sent), ending: undefined };
      const unit = buffer.subarray(0, length);
      buffer = buffer.slice(length);
      step = dialogue.next(unit);
    }
  }

  /** Clear bytes after the consent would be taken for part of TLS (CVE-2021-33515, CVE-2011-0411). */
  const settled = (ending: Ending): Ending =>
    ending.kind === "ready" && buffer.length > 0 ? unexpected(textOf(buffer.subarray(0, 60))) : ending;

  return {
    start: () => advance(dialogue.next(new Uint8Array(0))),
    receive: (bytes) => {
      total += bytes.length;
      buffer = join([buffer, bytes]);
      if (total > mostClearBytes)
        return { send: new Uint8Array(0), ending: unexpected(textOf(buffer.subarray(0, 60))) };
      const length = turn?.awaits(buffer);
      if (length === undefined) return { send: new Uint8Array(0), ending: undefined };
      const unit = buffer.subarray(0, length);
      buffer = buffer.slice(length);
      return advance(dialogue.next(unit));
    },
  };
}

function join(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
