import type { Socket } from "node:net";
import type { ProbeProblem } from "../../../shared/handshake/probe-problem.ts";
import { converse, type Progress } from "../../../shared/handshake/starttls/conversation.ts";
import type { StarttlsProtocol } from "../../../shared/handshake/starttls/protocols.ts";
import { probeProblemOf } from "./probe-error.ts";

/**
 * Leads the clear-text part of a STARTTLS connection over a connecting socket. Calls back once: with the socket ready for
 * the handshake, or with what went wrong. Its listeners are gone by then.
 */
export function upgrade(
  socket: Socket,
  protocol: StarttlsProtocol,
  host: string,
  done: (socket: Socket, problem?: ProbeProblem) => void,
): void {
  const conversation = converse(protocol, host);
  const finish = (problem?: ProbeProblem): void => {
    socket.removeListener("connect", onConnect).removeListener("data", onData);
    socket.removeListener("error", onError).removeListener("close", onClose);
    // What still happens to a socket that was given up concerns nobody; without a listener it would end the program.
    if (problem !== undefined) socket.on("error", () => undefined);
    done(socket, problem);
  };
  const onProgress = ({ send, ending }: Progress): void => {
    if (send.length > 0) socket.write(send);
    if (ending === undefined) return;
    // Bytes of the handshake must wait for the TLS socket.
    socket.pause();
    finish(
      ending.kind === "ready" ? undefined : { code: `starttls-${ending.kind}`, detail: ending.reply.slice(0, 500) },
    );
  };
  const onConnect = (): void => onProgress(conversation.start());
  const onData = (bytes: Uint8Array): void => onProgress(conversation.receive(bytes));
  const onError = (error: Error): void => finish(probeProblemOf(error));
  const onClose = (): void => finish({ code: "closed" });
  socket.on("connect", onConnect).on("data", onData).on("error", onError).on("close", onClose);
}
