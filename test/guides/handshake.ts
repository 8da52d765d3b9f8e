import { X509Certificate } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { connect } from "node:tls";

/** What a visitor meets who trusts nothing but the given root. */
export interface Meeting {
  readonly fingerprint: string;
  /** Why the visitor would refuse; absent when chain and name are good. */
  readonly refusal?: string;
}

export const fingerprintOf = (pem: string): string => new X509Certificate(pem).fingerprint256;

export function meet(port: number, host: string, root: string): Promise<Meeting> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: "127.0.0.1", port, servername: host, ca: root, rejectUnauthorized: false }, () => {
      const refusal = socket.authorized ? {} : { refusal: String(socket.authorizationError) };
      resolve({ fingerprint: socket.getPeerCertificate().fingerprint256, ...refusal });
      socket.destroy();
    });
    // A server that is stuck still accepts connections.
    socket.setTimeout(1_000, () => socket.destroy(new Error("no answer")));
    socket.on("error", reject);
  });
}

const patience = 3_000;
/** nginx lets old workers go 100 ms after it has started new ones; until then either may answer. */
const settling = 300;

/** Waits until every handshake of a while meets what is expected. Throws what is met instead, after three seconds. */
export async function meetLasting(
  visit: () => Promise<Meeting>,
  unlike: (met: Meeting) => string | undefined,
): Promise<void> {
  const deadline = performance.now() + patience;
  let goodSince: number | undefined;
  for (;;) {
    const problem = await visit().then(unlike, (broken: Error) => `no handshake: ${broken.message}`);
    const now = performance.now();
    goodSince = problem === undefined ? (goodSince ?? now) : undefined;
    if (goodSince !== undefined && now - goodSince >= settling) return;
    if (problem !== undefined && now > deadline) throw new Error(problem);
    await pause(10);
  }
}
