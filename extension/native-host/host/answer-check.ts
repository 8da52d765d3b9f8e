import { toBase64 } from "../../../shared/certificate/base64.ts";
import { timeouts } from "../../../shared/native-host/protocol.ts";
import { probe } from "../probe/probe.ts";
import { trustStore } from "../probe/trust-store.ts";
import type { Answer } from "./serve.ts";

/** Answers checks by a handshake. The authorities are read when the first check comes, so that `hello` is quick. */
export function answerChecks(): Answer {
  let authorities: ReturnType<typeof trustStore> | undefined;
  return async ({ id, host, port, starttls, timeout = timeouts.usual }, signal) => {
    authorities ??= trustStore([]);
    const target = { host, port, ...(starttls !== undefined && { starttls }) };
    const outcome = await probe(target, { authorities, timeout, signal });
    if (!outcome.ok) return { id, type: "failed", ...outcome.problem };
    const { chain, certificate: _, ...seen } = outcome.value;
    return { id, type: "checked", ...seen, chain: chain.map(toBase64) };
  };
}
