import { isStarttlsProtocol } from "../handshake/starttls/protocols.ts";
import { toAsciiHost } from "../request/host-name.ts";
import { failure, type Result, success } from "../result.ts";
import { isObject, isWhole } from "./json-shape.ts";
import { type HostRequest, type RefusalCode, timeouts } from "./protocol.ts";

export interface RequestProblem {
  readonly code: RefusalCode;
  /** The request's id, where it had one that could be read. */
  readonly id?: number;
}

/** A request out of parsed JSON; anything that is not exactly one is refused. Never throws. */
export function readHostRequest(message: unknown): Result<HostRequest, RequestProblem> {
  if (!isObject(message) || !isWhole(message["id"])) return failure({ code: "not-a-request" });
  const { id, type } = message;
  switch (type) {
    case "hello":
      return success({ id, type });
    case "cancel":
      return isWhole(message["cancels"])
        ? success({ id, type, cancels: message["cancels"] })
        : failure({ code: "not-a-request", id });
    case "check":
      return readCheck(id, message);
    default:
      return failure({ code: typeof type === "string" ? "unknown-type" : "not-a-request", id });
  }
}

function readCheck(id: number, { host, port, starttls, timeout }: Readonly<Record<string, unknown>>) {
  const bad = failure({ code: "not-a-request", id } as const);
  if (typeof host !== "string" || host.length > 300 || !isWhole(port) || port < 1 || port > 65535) return bad;
  const canonical = canonicalHost(host);
  if (canonical === undefined) return bad;
  if (starttls !== undefined && !isStarttlsProtocol(starttls)) return bad;
  if (timeout !== undefined && !(isWhole(timeout) && timeout >= timeouts.least && timeout <= timeouts.most)) return bad;
  return success({
    id,
    type: "check",
    host: canonical,
    port,
    ...(starttls !== undefined && { starttls }),
    ...(timeout !== undefined && { timeout }),
  } as const);
}

/** A host alone: what would be a path, a port or a user in a URL is none. */
function canonicalHost(host: string): string | undefined {
  if (!/^(\[[0-9a-f:.]+\]|[^\s/\\?#@:[\]*]+)$/i.test(host))
    return /^[0-9a-f:.]+$/i.test(host) ? toAsciiHost(`[${host}]`) : undefined;
  return toAsciiHost(host);
}
