import { starttlsProtocols } from "../../../shared/handshake/starttls/protocols.ts";
import {
  type HostReply,
  type HostRequest,
  largestReply,
  largestRequest,
  protocolVersion,
} from "../../../shared/native-host/protocol.ts";
import { readHostRequest } from "../../../shared/native-host/read-request.ts";
import { failure, type Result, success } from "../../../shared/result.ts";
import { frame, readFrames } from "./frames.ts";

type CheckRequest = Extract<HostRequest, { type: "check" }>;

/** What answers a check; must settle soon after `signal` is aborted. */
export type Answer = (request: CheckRequest, signal: AbortSignal) => Promise<HostReply>;

export interface Serving {
  readonly input: AsyncIterable<Uint8Array>;
  readonly output: (bytes: Uint8Array) => void;
  readonly littleEndian: boolean;
  readonly version: string;
  readonly answer: Answer;
}

/** Checks at the same time, and those that may wait behind them. */
const mostActive = 32;
const mostWaiting = 1000;

/**
 * Serves one browser until its end of the pipe is closed or says what no frame is. Every `hello` and `check` is answered
 * once; what is no request is refused, with its id where it has one. When it resolves, nothing is running.
 */
export async function serve({ input, output, littleEndian, version, answer }: Serving): Promise<void> {
  const open = new Map<number, AbortController>();
  const waiting: CheckRequest[] = [];
  const running = new Set<Promise<void>>();

  const reply = (message: HostReply): void => output(fitting(message, littleEndian));
  const start = (request: CheckRequest): void => {
    const { signal } = open.get(request.id) ?? new AbortController();
    const run = answer(request, signal)
      .catch((): HostReply => ({ id: request.id, type: "failed", code: "failed" }))
      .then((message) => {
        running.delete(run);
        open.delete(request.id);
        reply(message);
        const next = waiting.shift();
        if (next !== undefined) start(next);
      });
    running.add(run);
  };
  const cancel = (id: number): void => {
    const at = waiting.findIndex((request) => request.id === id);
    if (at >= 0) {
      waiting.splice(at, 1);
      open.delete(id);
      reply({ id, type: "failed", code: "cancelled" });
    } else open.get(id)?.abort();
  };
  const take = (request: HostRequest): void => {
    const { id, type } = request;
    if (type === "cancel") cancel(request.cancels);
    else if (type === "hello")
      reply({ id, type, protocol: protocolVersion, version, can: ["check"], starttls: starttlsProtocols });
    else if (open.has(id)) reply({ id, type: "refused", code: "id-in-use" });
    else if (waiting.length >= mostWaiting) reply({ id, type: "refused", code: "too-many" });
    else {
      open.set(id, new AbortController());
      if (running.size < mostActive) start(request);
      else waiting.push(request);
    }
  };

  for await (const received of readFrames(input, { littleEndian, longest: largestRequest })) {
    if (received.kind === "too-long") {
      reply({ type: "refused", code: "too-long" });
      break;
    }
    const json = parse(received.body);
    const request = json.ok ? readHostRequest(json.value) : json;
    if (request.ok) take(request.value);
    else reply({ type: "refused", ...request.problem });
  }
  waiting.length = 0;
  for (const controller of open.values()) controller.abort();
  await Promise.all(running);
}

function parse(body: Uint8Array): Result<unknown, { readonly code: "not-json" }> {
  try {
    return success(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)));
  } catch {
    return failure({ code: "not-json" });
  }
}

/** The frame of a message; a chain too long for the browser's limit loses its end. */
function fitting(message: HostReply, littleEndian: boolean): Uint8Array {
  const whole = frame(message, littleEndian);
  if (whole.length - 4 <= largestReply) return whole;
  if (message.type === "checked" && message.chain.length > 1)
    return fitting({ ...message, chain: message.chain.slice(0, -1) }, littleEndian);
  return frame({ ...(message.id !== undefined && { id: message.id }), type: "failed", code: "failed" }, littleEndian);
}
