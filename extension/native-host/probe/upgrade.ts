import type { Socket } from "node:net";
import type { ProbeProblem } from "../../../shared/handshake/probe-problem.ts";
import { converse, type Progress } from "../../../shared/handshake/starttls/conversation.ts";
import type { StarttlsProtocol } from "../../../shared/handshake/starttls/protocols.ts";

/**
 * Leads the clear-text part of a STARTTLS connection over a connected socket. Calls back once: without a problem the socket
 * is ready for the handshake. Errors and the end of the socket are the caller's to hear.
 */
export function upgrade(
  socket: Socket,
  protocol: StarttlsProtocol,
  host: string,
  done: (problem?: ProbeProblem) => void,
): void {
  const conversation = converse(protocol, host);
  const onProgress = ({ send, ending }: Progress): void => {
    if (send.length > 0) socket.write(send);
    if (ending === undefined) return;
    // Bytes of the handshake must wait for the TLS socket.
    socket.pause().removeListener("data", onData);
    if (ending.kind === "ready") done();
    else done({ code: `starttls-${ending.kind}`, detail: ending.reply.slice(0, 500) });
  };
  const onData = (bytes: Uint8Array): void => onProgress(conversation.receive(bytes));
  socket.on("data", onData);
  onProgress(conversation.start());
}
