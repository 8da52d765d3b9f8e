import type { SecureContext } from "node:tls";
import { toBase64 } from "../../../shared/certificate/base64.ts";
import { timeouts } from "../../../shared/native-host/protocol.ts";
import { probe } from "../probe/probe.ts";
import { shippedTrustStore, trustStore } from "../probe/trust-store.ts";
import type { Answer } from "./serve.ts";

/**
 * Answers checks by a handshake. A page waits for the first one, and most chains verify by what Node ships: the system's
 * authorities are read when one does not, and that server is asked once more; from then on they count at once.
 */
export function answerChecks(): Answer {
  let shipped: SecureContext | undefined;
  let all: SecureContext | undefined;
  return async ({ id, host, port, starttls, timeout = timeouts.usual }, signal) => {
    const target = { host, port, ...(starttls !== undefined && { starttls }) };
    const end = performance.now() + timeout;
    const look = (authorities: SecureContext) =>
      probe(target, { authorities, timeout: end - performance.now(), signal });
    shipped ??= shippedTrustStore();
    const judgedByAll = all !== undefined;
    let outcome = await look(all ?? shipped);
    if (!judgedByAll && outcome.ok && outcome.value.detail !== undefined) {
      all ??= trustStore([]);
      outcome = await look(all);
    }
    if (!outcome.ok) return { id, type: "failed", ...outcome.problem };
    const { chain, certificate: _, ...seen } = outcome.value;
    return { id, type: "checked", ...seen, chain: chain.map(toBase64) };
  };
}
